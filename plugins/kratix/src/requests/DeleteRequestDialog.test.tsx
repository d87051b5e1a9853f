import {
  aDestinationDescription,
  aRefusal,
  aRequestTrace,
  aRequestView,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../__testUtils__/axe';
import { renderKratix } from '../__testUtils__/renderKratix';
import { aFakeKratix, aWorld } from '../__testUtils__/world';
import { DeleteRequestDialog } from './DeleteRequestDialog';

const request = aRequestView();
const key = 'eu-dev/postgresqls.data.example.com/payments/orders-db';

function show(kratix: FakeKratix) {
  const onClose = jest.fn();
  renderKratix(
    <DeleteRequestDialog request={request} onClose={onClose} />,
    kratix,
  );
  return { onClose };
}

const deletions = (kratix: FakeKratix) =>
  kratix.calls.filter(({ method }) => method === 'deleteRequest');

const confirm = () =>
  userEvent.click(screen.getByRole('button', { name: 'Delete request' }));

it('says what goes, what breaks and what may hold it up', async () => {
  const [placement] = aRequestTrace().placements;
  const trace = aRequestTrace({
    children: [aRequestView({ name: 'part' })],
    parents: [aRequestView({ name: 'shop' })],
    placements: [
      {
        ...placement,
        files: ['a.yaml', 'b.yaml'],
        destination: {
          name: 'worker-1',
          description: aDestinationDescription({
            label: 'store-not-ready',
            tone: 'error',
          }),
        },
      },
    ],
  });
  show(new FakeKratix({ ...aWorld(), traces: { [key]: trace } }));
  expect(await screen.findByText('1 part of it')).toBeVisible();
  expect(screen.getByText('2 files on worker-1')).toBeVisible();
  expect(screen.getByText(/^shop has it as a part/)).toBeVisible();
  expect(screen.getByText(/^worker-1 takes no files now/)).toBeVisible();
  expect(await axeFindings(screen.getByRole('dialog'))).toEqual([]);
});

it('begins at its title, not in the field or on the button', async () => {
  show(aFakeKratix());
  const title = await screen.findByRole('heading', { name: /^Delete request/ });
  expect(title.parentElement).toHaveFocus();
});

it('does not guess where it could not look', async () => {
  show(aFakeKratix().failing('getRequestRelated', aRefusal(500, 'No')));
  expect(
    await screen.findByText('Could not check what else is affected.'),
  ).toBeVisible();
});

it('deletes nothing under a wrong name, and says so at the field', async () => {
  const kratix = aFakeKratix();
  const { onClose } = show(kratix);
  const field = await screen.findByLabelText('Type orders-db to confirm');
  await userEvent.type(field, 'orders');
  await confirm();
  expect(screen.getByRole('alert')).toHaveTextContent('This is not the name');
  expect(deletions(kratix)).toHaveLength(0);
  expect(onClose).not.toHaveBeenCalled();
});

it('deletes what is named, once', async () => {
  const kratix = aFakeKratix();
  const { onClose } = show(kratix);
  const field = await screen.findByLabelText('Type orders-db to confirm');
  await userEvent.type(field, 'orders-db{Enter}');
  expect(deletions(kratix)).toEqual([
    {
      method: 'deleteRequest',
      argument: {
        platform: 'eu-dev',
        crd: 'postgresqls.data.example.com',
        namespace: 'payments',
        name: 'orders-db',
      },
    },
  ]);
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('stays open with the reason where the platform refuses', async () => {
  const kratix = aFakeKratix().failing(
    'deleteRequest',
    aRefusal(409, 'Changed meanwhile'),
  );
  const { onClose } = show(kratix);
  const field = await screen.findByLabelText('Type orders-db to confirm');
  await userEvent.type(field, 'orders-db');
  await confirm();
  expect(
    await screen.findByText('The portal says: Changed meanwhile'),
  ).toBeVisible();
  expect(field).toHaveValue('orders-db');
  expect(onClose).not.toHaveBeenCalled();
});
