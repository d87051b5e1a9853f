import {
  aReadyRequest,
  aRequest,
  aStep,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { allow, ownOnly, startPortal } from '../__testUtils__/portal';
import { aWorld, pathOf } from '../__testUtils__/world';

/** A part of `cache` of payments that has failed. */
const aPart = (name: string, namespace: string) =>
  aRequest({
    name,
    namespace,
    labels: {
      'kratix.io/promise-name': 'redis',
      'kratix.io/component-of-promise-name': 'redis',
      'kratix.io/component-of-resource-name': 'cache',
      'kratix.io/component-of-resource-namespace': 'payments',
    },
    steps: [aStep('configure', 'Failed')],
  });

let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  portal = await startPortal({
    platforms: fakePlatforms({
      platforms: [
        {
          objects: [
            ...aWorld(),
            aPart('own-part', 'payments'),
            aPart('their-part', 'web'),
          ],
        },
      ],
    }),
  });
});

type Cause = { id: string; params: { name?: string } };

const partsIn = (causes: Cause[]) =>
  causes.filter(({ id }) => id === 'child').map(({ params }) => params.name);

describe.each([
  ['all', allow, ['own-part', 'their-part']],
  ['payments', ownOnly('kratix.request.read'), ['own-part']],
])('to who sees requests of %s', (_whose, policy, seen) => {
  beforeEach(() => portal.setPolicy(policy));

  it('the relatives of a request are those that they may see', async () => {
    const { body } = await portal.call('get', `${pathOf('cache')}/related`);
    const names = body.children.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual(seen);
    // That there are others is no secret: a deletion takes them along.
    const all = seen.includes('their-part');
    expect(body.hidden).toEqual(all ? undefined : ['children']);
  });

  it('a request speaks of those parts alone', async () => {
    const page = await portal.call('get', pathOf('cache'));
    expect(partsIn(page.body.description.causes).sort()).toEqual(seen);
    const list = await portal.call('get', '/requests?q=cache');
    expect(partsIn(list.body.items[0].description.causes).sort()).toEqual(seen);
    const part = await portal.call('get', `${pathOf('own-part')}/related`);
    expect(partsIn(part.body.parents[0].description.causes).sort()).toEqual(
      seen,
    );
    const changed = await portal
      .call('patch', `${pathOf('cache')}?dryRun=true`)
      .send({
        generation: 1,
        patch: [{ op: 'replace', path: '/spec/size', value: 'large' }],
      });
    expect(changed.status).toBe(200);
    expect(partsIn(changed.body.description.causes).sort()).toEqual(seen);
  });
});

it('a part that is ready holds nothing up', async () => {
  portal.setPolicy(allow);
  const whole = aReadyRequest({ ...aPart('own-part', 'payments').metadata });
  portal.platforms.get('eu').apply(whole);
  const { body } = await portal.call('get', pathOf('cache'));
  expect(partsIn(body.description.causes)).toEqual(['their-part']);
});
