import type {
  InstallationView,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Sandbox } from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import { crdOf } from '../__testUtils__/platformPortal';
import { startSandboxPortal } from '../__testUtils__/sandboxPortal';

// A whole backend and a cluster on a machine that may have other things to do.
jest.setTimeout(120_000);

const kratixGroup = 'platform.kratix.io';
const ref = { platform: 'eu', name: 'redis' };
const hold = 'example.org/held';
const nextTurn = () => new Promise(resolve => setImmediate(resolve));

/** What the Promise delivers whether or not anybody requests. */
const dependencies: KubeObject = {
  apiVersion: `${kratixGroup}/v1alpha1`,
  kind: 'Work',
  metadata: {
    name: 'redis-static-deps',
    namespace: 'kratix-platform-system',
    labels: {
      'kratix.io/promise-name': ref.name,
      'kratix.io/work-type': 'static-dependency',
    },
  },
  spec: { promiseName: ref.name, workloadGroups: [] },
};

let portal: Awaited<ReturnType<typeof startSandboxPortal>>;

beforeAll(async () => {
  portal = await startSandboxPortal({
    scenario: 'busy',
    speed: 40,
    objects: [dependencies],
  });
});

afterAll(() => portal.close());

/** One of a kind that the Promise left, held until it is let go. */
function held(
  { store }: Sandbox,
  group: string,
  plural: string,
  labels: Record<string, string> = {},
) {
  const [found] = store.list(group, plural, {
    labels: { 'kratix.io/promise-name': ref.name, ...labels },
  });
  const { name, namespace } = found.metadata;
  const withFinalizers = (
    change: (finalizers: string[]) => string[],
  ): KubeObject => {
    const now = store.get(group, plural, name, namespace) ?? found;
    const { finalizers = [] } = now.metadata;
    return {
      ...now,
      metadata: { ...now.metadata, finalizers: change(finalizers) },
    };
  };
  store.update(withFinalizers(all => [...all, hold]));
  return () => {
    store.update(withFinalizers(all => all.filter(one => one !== hold)));
  };
}

it('a Promise with requests is uninstalled from the sandbox, each step told', async () => {
  const { client, sandbox } = portal;
  const crd = await crdOf(client, ref.name);
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

  // Each stage lasts until what it waits for is let go, however fast or slow
  // the machine is.
  const [plural, ...group] = crd.split('.');
  const stages: [string, () => void][] = [
    [
      'kratix.io/resource-request-cleanup',
      held(sandbox, group.join('.'), plural),
    ],
    [
      'kratix.io/revision-cleanup',
      held(sandbox, kratixGroup, 'promiserevisions'),
    ],
    [
      'kratix.io/dependencies-cleanup',
      held(sandbox, kratixGroup, 'works', {
        'kratix.io/work-type': 'static-dependency',
      }),
    ],
    [
      'kratix.io/api-crd-cleanup',
      held(sandbox, 'apiextensions.k8s.io', 'customresourcedefinitions'),
    ],
  ];
  await client.uninstallPromise(ref, { confirm });
  const states = new Set<InstallationView['state']>();
  const until = async (reached: (view: InstallationView) => boolean) => {
    for (;;) {
      const view = await client.getInstallation(ref);
      states.add(view.state);
      if (reached(view)) return;
      await nextTurn();
    }
  };
  for (const [finalizer, letGo] of stages) {
    await until(({ finalizers }) => finalizers[0] === finalizer);
    letGo();
  }
  await until(({ state }) => state === 'absent');
  expect(states).toContain('removing');
  expect(states).not.toContain('failed');
  await expect(client.getPromise(ref)).rejects.toMatchObject({
    statusCode: 404,
  });
  const left = await client.listRequests({ promise: ['redis'] });
  expect(left.total).toBe(0);
});
