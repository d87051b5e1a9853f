import { installListing, listingsOf } from '../../__testUtils__/installListing';
import { startPlatformPortal } from '../../__testUtils__/platformPortal';

// A whole backend and a cluster on a machine that may have other things to do.
jest.setTimeout(120_000);

const nextTurn = () => new Promise(resolve => setImmediate(resolve));

async function start(scenario: string) {
  const { client } = await startPlatformPortal(
    { sandbox: { scenario } },
    { sources: { ours: { embedded: {} } } },
  );
  const listings = await listingsOf(client);
  /** Resolves when the Promise is Available. */
  const becomesAvailable = async (name: string) => {
    for (;;) {
      const { items } = await client.listPromises({ size: 100 });
      const found = items.find(one => one.name === name);
      if (found?.description.label === 'available') return;
      await nextTurn();
    }
  };
  return { client, listings, becomesAvailable };
}

it('installs by the Promise and by its PromiseRelease, and then upgrades', async () => {
  const { client, becomesAvailable } = await start('empty');
  const redis = { source: 'ours', entry: 'redis' };
  const { report, view } = await installListing(client, redis);
  expect(report).toMatchObject({
    kind: 'install',
    methods: [{ method: 'promise' }, { method: 'release', possible: true }],
  });
  expect(report.findings).toContainEqual(
    expect.objectContaining({ check: 'dry-run', level: 'fine' }),
  );
  expect(view).toMatchObject({ name: 'redis', origin: redis });
  await becomesAvailable('redis');

  const topic = { source: 'ours', entry: 'kafka-topic' };
  const released = await installListing(client, topic, { method: 'release' });
  // The simulator's webhook fetches, so it is known.
  expect(released.report.findings).toContainEqual(
    expect.objectContaining({ check: 'fetch', level: 'fine' }),
  );
  expect(released.view).toMatchObject({ method: 'release' });
  await becomesAvailable('kafka-topic');

  const again = await client.preflight(redis, { platform: 'eu' });
  expect(again.kind).toBe('upgrade');
  expect(again.upgrade?.changes.api).toEqual([]);
  expect(again.findings).toContainEqual(
    expect.objectContaining({ check: 'local-edits', level: 'fine' }),
  );
  const kept = await client.preflight(topic, { platform: 'eu' });
  expect(kept.findings).toContainEqual(
    expect.objectContaining({ check: 'release-managed', level: 'warning' }),
  );
});
