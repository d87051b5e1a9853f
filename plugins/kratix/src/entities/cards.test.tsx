import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aRefusal,
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import type { JSX } from 'react';
import { axeFindings } from '../__testUtils__/axe';
import { entities } from '../__testUtils__/entities';
import { renderKratix } from '../__testUtils__/renderKratix';
import { aFakeKratix, aWorld } from '../__testUtils__/world';
import * as cards from './cards';

function show(
  entity: keyof typeof entities,
  card: JSX.Element,
  kratix = aFakeKratix(),
) {
  return renderKratix(
    <EntityProvider entity={entities[entity]}>{card}</EntityProvider>,
    kratix,
  );
}

describe('every card and tab draws what its entity stands for', () => {
  it.each([
    ['request', <cards.RequestStatusCard />, /create-db/],
    ['request', <cards.RequestEntityContent />, 'Your settings'],
    ['foreignRequest', <cards.RequestStatusCard />, /create-db/],
    ['promise', <cards.PromiseCard />, 'Available'],
    ['promise', <cards.PromiseEntityContent />, 'What you get'],
    ['promiseApi', <cards.PromiseApiEntityContent />, 'spec.size'],
    ['destination', <cards.DestinationStateCard />, 'env=dev'],
    ['destination', <cards.DestinationEntityContent />, 'Promises that match'],
    ['platform', <cards.PlatformStateCard />, 'Connected'],
    [
      'platform',
      <cards.PlatformEntityContent />,
      'promises.platform.kratix.io',
    ],
    ['team', <cards.TeamRequestsCard />, 'ledger-db'],
  ] as const)('%s', async (entity, card, text) => {
    const { container } = show(entity, card);
    expect((await screen.findAllByText(text))[0]).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
  });
});

it('names the annotation that an entity lacks', async () => {
  show('namelessRequest', <cards.RequestStatusCard />);
  expect(
    await screen.findByText('This entity has no kratix.io/name annotation.'),
  ).toBeVisible();
});

it('says why a card is empty rather than leaving it so', async () => {
  const kratix = aFakeKratix().failing('getPromise', aRefusal(403, 'Denied'));
  show('promise', <cards.PromiseCard />, kratix);
  expect(await screen.findByText('You can’t see this Promise')).toBeVisible();
});

describe('the infrastructure of a service', () => {
  const service = 'component:default/orders';

  it('lists what is for this service alone', async () => {
    const requests = [
      aRequestDetail({ service }),
      aRequestDetail({ name: 'of-another' }),
    ];
    const kratix = new FakeKratix({ ...aWorld(), requests });
    show('service', <cards.InfrastructureCard />, kratix);
    expect(await screen.findByText('orders-db')).toBeVisible();
    expect(screen.queryByText('of-another')).not.toBeInTheDocument();
  });

  it('adds to it with the team, the service and a name filled in', async () => {
    const kratix = new FakeKratix({ ...aWorld(), requests: [] });
    const { container } = show('service', <cards.InfrastructureCard />, kratix);
    expect(
      await screen.findByText('Nothing from the platform yet'),
    ).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: 'Add' }));

    const dialog = await screen.findByRole('dialog');
    const choice = await within(dialog).findByRole('link', {
      name: /PostgreSQL/,
    });
    const url = new URL(choice.getAttribute('href') ?? '', 'http://localhost');
    expect(url.pathname).toBe('/kratix/promises/eu-dev/postgresql/new');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      name: 'orders-postgresql',
      team: 'group:default/payments',
      for: service,
    });
    // What cannot be requested now is there, with the reason.
    expect(
      within(dialog).getByText('Not requestable now: Missing requirement.'),
    ).toBeVisible();
    expect(
      within(dialog).queryByRole('link', { name: /Redis/ }),
    ).not.toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    expect(await axeFindings(dialog)).toEqual([]);
  });
});
