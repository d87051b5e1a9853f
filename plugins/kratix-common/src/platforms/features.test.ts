import type { PlatformKindFacts } from './facts';
import { platformFeatures } from './features';

const kind = (
  plural: string,
  state: PlatformKindFacts['state'],
  syncedAt?: number,
): PlatformKindFacts => ({
  group: 'platform.kratix.io',
  plural,
  kind: plural,
  core: false,
  state,
  count: 0,
  syncedAt,
});

const stateOf = (
  id: string,
  facts: Parameters<typeof platformFeatures>[0],
): string | undefined =>
  platformFeatures(facts).find(feature => feature.id === id)?.state;

it.each<[string, PlatformKindFacts[], string]>([
  ['its kind is watched', [kind('healthrecords', 'watching')], 'found'],
  ['a watch broke', [kind('healthrecords', 'retrying', 1)], 'found'],
  ['its kind is not served', [kind('healthrecords', 'absent')], 'absent'],
  // The API server refuses before it looks whether there is such a kind.
  ['its kind is refused', [kind('healthrecords', 'forbidden')], 'refused'],
  ['its kind is being read', [kind('healthrecords', 'listing')], 'unknown'],
  ['a read failed', [kind('healthrecords', 'retrying')], 'unknown'],
  ['nothing is known', [], 'unknown'],
  [
    'a kind of another group has its name',
    [{ ...kind('healthrecords', 'watching'), group: 'example.org' }],
    'unknown',
  ],
])('%s: %s', (_situation, kinds, state) => {
  expect(stateOf('health-records', { kinds })).toBe(state);
});

it.each<[string, boolean | undefined, PlatformKindFacts['state'], string]>([
  ['a Destination takes previews', true, 'watching', 'found'],
  ['none does', false, 'watching', 'off'],
  ['Destinations are not known', undefined, 'watching', 'found'],
  ['its kind is not served', false, 'absent', 'absent'],
])('previews, where %s', (_situation, takesPreviews, state, expected) => {
  const kinds = [kind('dryruns', state)];
  expect(stateOf('dry-run', { kinds, takesPreviews })).toBe(expected);
});
