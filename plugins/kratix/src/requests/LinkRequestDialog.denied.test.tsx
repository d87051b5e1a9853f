import {
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderKratix } from '../__testUtils__/renderKratix';
import { aWorld } from '../__testUtils__/world';
import { LinkRequestDialog } from './LinkRequestDialog';

// In a file of its own: permission decisions are remembered between tests.
it('says why a request may not be linked', async () => {
  const requests = [aRequestDetail({ name: 'ledger-db', service: undefined })];
  const kratix = new FakeKratix({ ...aWorld(), requests });
  renderKratix(
    <LinkRequestDialog
      service="component:default/orders"
      title="Orders"
      onClose={() => {}}
    />,
    kratix,
    { denied: ['kratix.request.update'] },
  );
  const button = await screen.findByRole('button', {
    name: 'Link ledger-db',
    description: /needs permission kratix\.request\.update/,
  });
  await userEvent.click(button);
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(kratix.calls.map(({ method }) => method)).not.toContain('getRequest');
});
