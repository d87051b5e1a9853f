import {
  aCondition,
  aPlacement,
  aWork,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { allow, denying, ownOnly, startPortal } from '../__testUtils__/portal';
import { aWorld, crd } from '../__testUtils__/world';

/** A Work of a request that has no place to go to. */
const stuckWork = (request: string, namespace: string) =>
  aWork({
    name: `stuck-${request}`,
    namespace,
    labels: { 'kratix.io/resource-name': request },
    selectors: { environment: 'moon' },
    scheduled: aCondition('ScheduleSucceeded', 'False', 'UnscheduledWorkloads'),
  });

/** A Work of a request on `worker-1`. */
const placedWork = (request: string, namespace: string) => [
  aWork({
    name: `placed-${request}`,
    namespace,
    labels: { 'kratix.io/resource-name': request },
  }),
  aPlacement({
    work: `placed-${request}`,
    namespace,
    labels: { 'kratix.io/resource-name': request },
    spec: { resourceName: request },
  }),
];

let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  portal = await startPortal({
    platforms: fakePlatforms({
      platforms: [
        {
          objects: [
            ...aWorld(),
            stuckWork('cache', 'payments'),
            stuckWork('other', 'web'),
            ...placedWork('cache', 'payments'),
            ...placedWork('other', 'web'),
            // Of a request that is gone, whosever it was.
            ...placedWork('gone', 'web'),
          ],
        },
      ],
    }),
  });
});

const own = `eu/${crd}/payments/cache`;
const theirs = `eu/${crd}/web/other`;

it.each([
  ['all', allow, 2, [own, theirs]],
  ['those of one team', ownOnly('kratix.request.read'), 1, [own]],
  ['none', denying('kratix.request.read'), 0, []],
])(
  'tells who sees %s of the requests that have no Destination',
  async (_which, policy, count, requests) => {
    portal.setPolicy(policy);
    const { body } = await portal.call('get', '/destinations');
    const groups: { count: number; requests: string[] }[] = body.unscheduled;
    expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(count);
    expect(groups.flatMap(group => group.requests).sort()).toEqual(requests);
    expect(/other|web/.test(JSON.stringify(body))).toBe(count === 2);
  },
);

it.each([
  ['all', allow, [own, theirs]],
  ['those of one team', ownOnly('kratix.request.read'), [own]],
])(
  'tells who sees %s which requests are on a Destination',
  async (_which, policy, requests) => {
    portal.setPolicy(policy);
    const { body } = await portal.call('get', '/destinations/eu/worker-1');
    expect(JSON.stringify(body).includes(theirs)).toBe(
      requests.includes(theirs),
    );
    expect(JSON.stringify(body)).toContain(own);
  },
);

type Destination = {
  name: string;
  counts?: { placements: number };
  placements: { work: string }[];
  placementCount: number;
};

it.each([
  ['all', allow, ['placed-cache', 'placed-gone', 'placed-other'], true],
  [
    'those of one team',
    ownOnly('kratix.request.read'),
    ['placed-cache'],
    false,
  ],
  ['no request', denying('kratix.request.read'), [], false],
])(
  'tells who sees %s what is on a Destination, and no number of the rest',
  async (_which, policy, works, counted) => {
    portal.setPolicy(policy);
    const answer = await portal.call('get', '/destinations/eu/worker-1');
    const { placements, placementCount, counts }: Destination = answer.body;
    expect(placements.map(({ work }) => work).sort()).toEqual(works);
    expect(placementCount).toBe(works.length);
    expect(counts !== undefined).toBe(counted);
    const { body } = await portal.call('get', '/destinations?sort=placements');
    const items: Destination[] = body.items;
    expect(items.every(item => (item.counts !== undefined) === counted)).toBe(
      true,
    );
  },
);
