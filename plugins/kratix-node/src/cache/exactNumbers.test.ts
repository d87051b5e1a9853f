import {
  aCluster,
  closeAll,
  firstTold,
  until,
  watching,
} from '../__testUtils__/cluster';
import { aRequest, refOf } from '../__testUtils__/objects';
import type { PlatformChange } from '../types';

afterEach(closeAll);

const odd = 9007199254740993n;
const counting = (name: string, count: bigint) => ({
  ...aRequest(name),
  spec: { size: 'small', count, counts: [-count] },
});

it('lists and watches numbers beyond 2^53 as they are, and tells neighbours apart', async () => {
  const cluster = await aCluster({ objects: [counting('orders', odd)] });
  const platform = watching(cluster);
  const changes: PlatformChange[] = [];
  platform.subscribe(change => changes.push(change));
  const spec = () => platform.request(refOf('orders'))?.spec;
  await until(() => spec() !== undefined);
  expect(spec()).toEqual({ size: 'small', count: odd, counts: [-odd] });
  await firstTold(platform);

  cluster.store.patch({
    type: 'merge',
    group: 'example.org',
    plural: 'caches',
    name: 'orders',
    namespace: 'team-a',
    body: { spec: { count: odd - 1n } },
  });
  const told = () =>
    changes
      .flatMap(({ objects }) => objects)
      .find(
        ({ type, object }) => type === 'MODIFIED' && object.kind === 'Cache',
      );
  await until(() => told() !== undefined);
  expect(told()?.previous?.spec).toMatchObject({ count: odd });
  expect(spec()).toMatchObject({ count: odd - 1n });
});

it('reads and writes them the same way', async () => {
  const cluster = await aCluster();
  const platform = watching(cluster);
  await platform.firstSync();
  const [kind] = platform.requestKinds();
  const caller = { userEntityRef: 'user:default/ann', ownershipEntityRefs: [] };
  const created = await platform.writes.createRequest(
    kind,
    counting('new', odd),
    { caller },
  );
  expect(created.spec).toMatchObject({ count: odd });
  const patched = await platform.writes.patchRequest(
    refOf('new'),
    [
      { op: 'test', path: '/spec/count', value: odd },
      { op: 'add', path: '/spec/counts/0', value: odd },
    ],
    { caller, generation: 1 },
  );
  expect(patched.spec).toMatchObject({ count: odd, counts: [odd, -odd] });
  expect(await platform.readRequest(refOf('new'))).toMatchObject({
    spec: { count: odd, counts: [odd, -odd] },
  });
});
