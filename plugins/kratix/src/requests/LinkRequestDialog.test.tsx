import {
  aRefusal,
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../__testUtils__/axe';
import { renderKratix } from '../__testUtils__/renderKratix';
import { aWorld } from '../__testUtils__/world';
import { LinkRequestDialog } from './LinkRequestDialog';

const service = 'component:default/orders';
const ref = {
  platform: 'eu-dev',
  crd: 'postgresqls.data.example.com',
  namespace: 'payments',
  name: 'ledger-db',
};

const free = aRequestDetail({ name: 'ledger-db', service: undefined });
const taken = aRequestDetail({
  name: 'shop-db',
  service: 'component:default/shop',
});

function show(requests = [free, taken], denied: string[] = []) {
  const kratix = new FakeKratix({ ...aWorld(), requests });
  const onClose = jest.fn();
  const element = (
    <LinkRequestDialog service={service} title="Orders" onClose={onClose} />
  );
  return { kratix, onClose, ...renderKratix(element, kratix, { denied }) };
}

const linkButton = () =>
  screen.findByRole('button', { name: 'Link ledger-db' });

it('offers what is for no service yet, and asks the backend for just that', async () => {
  const { kratix } = show();
  const dialog = await screen.findByRole('dialog', {
    name: 'Link a request to Orders',
  });
  expect(await linkButton()).toBeVisible();
  expect(within(dialog).queryByText('shop-db')).not.toBeInTheDocument();
  expect(kratix.calls).toContainEqual({
    method: 'listRequests',
    argument: { q: '', service: [''], chip: 'mine', sort: 'name', size: 20 },
  });
  expect(await axeFindings(dialog)).toEqual([]);
});

it('is searched in the backend, by keyboard from the start', async () => {
  show();
  await linkButton();
  const field = screen.getByRole('searchbox', { name: /Search by name/ });
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.keyboard('nothing-like-it');
  expect(
    await screen.findByText('No request matches your search'),
  ).toBeVisible();
});

it('says so where all have a service already', async () => {
  show([taken]);
  expect(
    await screen.findByText('All requests of yours are for a service already'),
  ).toBeVisible();
});

it('writes the annotation, guarded by what was read, and closes', async () => {
  const { kratix, onClose } = show();
  await userEvent.click(await linkButton());
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(kratix.calls).toContainEqual({
    method: 'updateRequest',
    argument: {
      ref,
      body: {
        generation: free.generation,
        patch: [
          {
            op: 'add',
            path: '/metadata/annotations/kratix-portal.io~1for',
            value: service,
          },
        ],
      },
      dryRun: false,
    },
  });
});

it('leaves a request that another service got meanwhile', async () => {
  const { kratix, onClose } = show();
  const button = await linkButton();
  kratix.world.requests = [{ ...free, service: 'component:default/shop' }];
  await userEvent.click(button);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'ledger-db was linked to another service meanwhile.',
  );
  expect(onClose).not.toHaveBeenCalled();
  expect(kratix.calls.map(({ method }) => method)).not.toContain(
    'updateRequest',
  );
});

it('tells of a change in between, and tries again when asked', async () => {
  const { kratix, onClose } = show();
  kratix.failing('updateRequest', aRefusal(409, 'Changed meanwhile'));
  await userEvent.click(await linkButton());
  expect(
    await screen.findByText('Someone else changed this meanwhile'),
  ).toBeVisible();
  expect(onClose).not.toHaveBeenCalled();
  kratix.heal();
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
});
