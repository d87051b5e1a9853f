import type { RequestTrace } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aRequestTrace,
  aRequestView,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, within } from '@testing-library/react';
import { ordersDb } from '../__testUtils__/formWorld';
import { renderKratix } from '../__testUtils__/renderKratix';
import { aWorld } from '../__testUtils__/world';
import { DeleteRequestDialog } from './DeleteRequestDialog';
import { RelatedSection } from './RelatedSection';

const alone = { placements: [], runs: [] };

async function deleting(given: Partial<RequestTrace>) {
  const trace = aRequestTrace({ ...alone, ...given });
  renderKratix(
    <DeleteRequestDialog request={aRequestView()} onClose={() => {}} />,
    new FakeKratix({ ...aWorld(), traces: { [ordersDb]: trace } }),
  );
  return within(await screen.findByRole('dialog'));
}

const related = (trace: Partial<RequestTrace>) =>
  renderKratix(
    <RelatedSection trace={aRequestTrace({ ...alone, ...trace })} />,
    new FakeKratix(),
  );

it.each([
  ['Goes away', 'children'],
  ['Breaks', 'parents'],
] as const)(
  'names among what %s %s that one may not see',
  async (title, which) => {
    const dialog = await deleting({ hidden: [which] });
    expect(await dialog.findByText('Requests you can’t see')).toBeVisible();
    expect(dialog.getByText(title)).toBeVisible();
    expect(dialog.queryByText('Nothing else is affected.')).toBeNull();
  },
);

it('takes what one may not see for no nothing', async () => {
  related({ hidden: ['parents'] });
  expect(
    await screen.findByText('Nothing related that you can see'),
  ).toBeVisible();
  expect(screen.queryByText(/has no parts itself/)).toBeNull();
});

it('says beside what one may see that there is more', async () => {
  related({ children: [aRequestView({ name: 'part' })], hidden: ['children'] });
  expect(await screen.findByText('part')).toBeVisible();
  expect(screen.getByText('And requests you can’t see.')).toBeVisible();
});
