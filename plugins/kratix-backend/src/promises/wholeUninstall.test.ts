import type { InstallationView } from '@kratix-portal/backstage-plugin-kratix-common';
import { crdOf, startPlatformPortal } from '../__testUtils__/platformPortal';

// A whole backend and a cluster on a machine that may have other things to do.
jest.setTimeout(120_000);

it('a Promise with requests is uninstalled from the sandbox, each step told', async () => {
  const { client } = await startPlatformPortal({
    sandbox: { scenario: 'busy', speed: 40 },
  });
  await crdOf(client, 'redis');
  const ref = { platform: 'eu', name: 'redis' };
  expect((await client.getInstallation(ref)).state).toBe('available');

  const impact = await client.getUninstallImpact(ref);
  expect(impact.requests.total).toBeGreaterThan(0);
  expect(impact.confirm).toBe(`delete ${impact.requests.total} requests`);
  expect(impact.works.total).toBeGreaterThan(0);
  expect(impact.destinations.length).toBeGreaterThan(0);

  const { confirm } = impact;
  const named = impact.works.items.filter(one => one.request);
  expect(named.length).toBeGreaterThan(0);

  await client.uninstallPromise(ref, { confirm, dryRun: true });
  expect((await client.getInstallation(ref)).state).toBe('available');

  await expect(
    client.uninstallPromise(ref, { confirm: 'redis' }),
  ).rejects.toMatchObject({ statusCode: 409 });
  await client.uninstallPromise(ref, { confirm });
  const told: InstallationView[] = [];
  const stages = new Set<string>();
  for (;;) {
    const view = await client.getInstallation(ref);
    told.push(view);
    if (view.finalizers.length > 0) stages.add(view.finalizers[0]);
    if (view.state === 'absent') break;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  const states = new Set(told.map(({ state }) => state));
  expect(states).toContain('removing');
  expect(states).not.toContain('failed');
  expect(stages.size).toBeGreaterThan(2);
  await expect(client.getPromise(ref)).rejects.toMatchObject({
    statusCode: 404,
  });
  const left = await client.listRequests({ promise: ['redis'] });
  expect(left.total).toBe(0);
});
