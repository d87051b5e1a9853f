import {
  aPromise,
  aReadyRequest,
  aRequest,
  aStep,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import {
  fakePlatform,
  fakePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { RequestSource, type IndexedRequest } from './requestSource';

const now = Date.parse('2026-03-01T13:00:00Z');
const identity = { name: 'orders', namespace: 'payments' };
const failed = aRequest({ ...identity, steps: [aStep('configure', 'Failed')] });

/** A source on a platform whose first lists are in once it is said. */
function listing() {
  const fake = fakePlatform({ objects: [aPromise(), failed] });
  let listed = () => {};
  const firstSync = new Promise<void>(resolve => {
    listed = resolve;
  });
  const platform = { ...fake, firstSync: () => firstSync };
  const { settings } = fakePlatforms({ platforms: [fake] });
  const source = new RequestSource({ settings, teamOf: () => undefined });
  const [key] = source.keys(platform);
  const derive = (before: IndexedRequest | undefined, at: number) =>
    read(source.derive(platform, key, before, at));
  return { fake, derive, listed };
}

function read(derived: ReturnType<RequestSource['derive']>): IndexedRequest {
  if (!derived) throw new Error('The request is not there');
  return derived.row;
}

const labelOf = (row: IndexedRequest) => row.view.description.label;

it('corrects at once what was said while the first lists were coming', async () => {
  const { fake, derive, listed } = listing();
  const early = derive(undefined, now);
  expect(labelOf(early)).toBe('failed');
  fake.apply(aReadyRequest(identity));
  listed();
  await Promise.resolve();
  expect(labelOf(derive(early, now + 10))).toBe('ready');
});

it('holds back what may not last once all is known', async () => {
  const { fake, derive, listed } = listing();
  derive(undefined, now);
  listed();
  await Promise.resolve();
  const known = derive(undefined, now);
  fake.apply(aReadyRequest(identity));
  expect(labelOf(derive(known, now + 10))).toBe('failed');
});
