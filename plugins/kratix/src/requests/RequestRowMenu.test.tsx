import {
  aRefusal,
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../__testUtils__/axe';
import { renderKratix } from '../__testUtils__/renderKratix';
import { aWorld } from '../__testUtils__/world';
import { RequestRowMenu } from './RequestRowMenu';

const service = 'component:default/orders';
const linked = aRequestDetail({ service });

async function open(request = linked) {
  const kratix = new FakeKratix({ ...aWorld(), requests: [request] });
  renderKratix(<RequestRowMenu request={request} />, kratix);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Actions for orders-db' }),
  );
  await screen.findByRole('menu');
  return kratix;
}

const unlinkItem = { name: 'Unlink from its service' };
const writes = (kratix: FakeKratix) =>
  kratix.calls.filter(({ method }) => method === 'updateRequest');

async function ask() {
  await waitFor(() =>
    expect(screen.getByRole('menuitem', unlinkItem)).toHaveAttribute(
      'aria-disabled',
      'false',
    ),
  );
  await userEvent.click(screen.getByRole('menuitem', unlinkItem));
  return screen.findByRole('dialog', { name: 'Unlink orders-db?' });
}

it('unlinks a request from its service once that is confirmed', async () => {
  const kratix = await open();
  const dialog = await ask();
  expect(dialog).toHaveTextContent('leave the page of orders');
  expect(await axeFindings(dialog)).toEqual([]);
  expect(writes(kratix)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Unlink' }));
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
  expect(writes(kratix)).toMatchObject([
    {
      argument: {
        body: {
          generation: linked.generation,
          patch: [
            {
              op: 'remove',
              path: '/metadata/annotations/kratix-portal.io~1for',
            },
          ],
        },
      },
    },
  ]);
});

it('leaves alone what was linked to another service meanwhile', async () => {
  const kratix = await open();
  await ask();
  kratix.world.requests = [{ ...linked, service: 'component:default/shop' }];
  await userEvent.click(screen.getByRole('button', { name: 'Unlink' }));
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
  expect(writes(kratix)).toEqual([]);
});

it('stays, and tells why, where the portal refuses', async () => {
  const kratix = await open();
  await ask();
  kratix.failing('updateRequest', aRefusal(409, 'Changed meanwhile'));
  await userEvent.click(screen.getByRole('button', { name: 'Unlink' }));
  expect(
    await screen.findByText('The portal says: Changed meanwhile'),
  ).toBeVisible();
  expect(screen.getByRole('dialog')).toBeVisible();
});

it('offers nothing to unlink where there is no service', async () => {
  await open(aRequestDetail({ service: undefined }));
  expect(screen.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
  expect(screen.queryByRole('menuitem', unlinkItem)).not.toBeInTheDocument();
});
