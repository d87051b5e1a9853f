import { EntityProvider } from '@backstage/plugin-catalog-react';
import { FakeKratix } from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { act, screen, waitFor } from '@testing-library/react';
import type { JSX } from 'react';
import { aDenyingKratix } from '../__testUtils__/deniedWorld';
import { entities } from '../__testUtils__/entities';
import { wrongWith } from '../__testUtils__/honesty';
import { renderKratix } from '../__testUtils__/renderKratix';
import { aWorld } from '../__testUtils__/world';
import * as cards from './cards';

const everyCard: [keyof typeof entities, JSX.Element][] = [
  ['request', <cards.RequestStatusCard />],
  ['request', <cards.RequestEntityContent />],
  ['foreignRequest', <cards.RequestStatusCard />],
  ['promise', <cards.PromiseCard />],
  ['promise', <cards.PromiseEntityContent />],
  ['promiseApi', <cards.PromiseApiEntityContent />],
  ['destination', <cards.DestinationStateCard />],
  ['destination', <cards.DestinationEntityContent />],
  ['platform', <cards.PlatformStateCard />],
  ['platform', <cards.PlatformEntityContent />],
  ['service', <cards.InfrastructureCard />],
  ['team', <cards.TeamRequestsCard />],
];

async function shown(
  [entity, card]: (typeof everyCard)[number],
  kratix: FakeKratix,
  denied: string[] = [],
) {
  const { container, unmount } = renderKratix(
    <EntityProvider entity={entities[entity]}>{card}</EntityProvider>,
    kratix,
    { denied },
  );
  await waitFor(() => {
    expect(container).not.toBeEmptyDOMElement();
    expect(screen.queryByTestId('loading')).toBeNull();
  });
  await act(() => new Promise(resolve => setTimeout(resolve, 0)));
  const text = container.textContent ?? '';
  unmount();
  return text;
}

it.each([
  // Each closes what is about it, and no other card.
  ['kratix.platform.read', ['platform', 'platform']],
  ['kratix.promise.read', ['promise', 'promise', 'promiseApi']],
  ['kratix.destination.read', ['destination', 'destination']],
  [
    'kratix.request.read',
    ['foreignRequest', 'request', 'request', 'service', 'team'],
  ],
])('every card is true without %s', async (name, closed) => {
  const wrong: string[] = [];
  const said: string[] = [];
  for (const card of everyCard) {
    const [entity] = card;
    const text = await shown(card, aDenyingKratix([name]), [name]);
    wrong.push(...wrongWith(text).map(words => `${entity}: ${words}`));
    if (text.includes(`Needs permission ${name}.`)) said.push(entity);
  }
  expect(wrong).toEqual([]);
  expect(said.sort()).toEqual(closed);
});

it.each([
  ['team', <cards.TeamRequestsCard />, 'This team has no requests'],
  ['service', <cards.InfrastructureCard />, 'Nothing from the platform yet'],
] as [keyof typeof entities, JSX.Element, string][])(
  'the card of a %s does not take what one may not see for nothing',
  async (entity, card, none) => {
    const world = { ...aWorld(), requests: [] };
    const all = await shown([entity, card], new FakeKratix(world));
    expect(all).toContain(none);
    const some = new FakeKratix({ ...world, partial: true });
    const seen = await shown([entity, card], some);
    expect(seen).toContain('No requests that you can see');
    expect(seen).not.toContain(none);
  },
);
