import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { aWork } from '../__testUtils__/objects';
import { Interning } from './interning';
import { leanObject } from './leanObjects';

const metadata = { name: 'x', namespace: 'team-a', uid: '1' };

it('files keep their names and lose their contents', () => {
  const work = leanObject('platform.kratix.io/works', aWork());
  expect(work.spec).toMatchObject({
    promiseName: 'cache',
    workloadGroups: [{ workloads: [{ filepath: 'redis.yaml' }] }],
  });
  const placement = leanObject('platform.kratix.io/workplacements', {
    metadata,
    spec: {
      targetDestinationName: 'worker-1',
      workloads: [{ filepath: 'a.yaml', content: 'c2VjcmV0' }],
    },
  });
  expect(placement.spec).toEqual({
    targetDestinationName: 'worker-1',
    workloads: [{ filepath: 'a.yaml' }],
  });
  expect(JSON.stringify([work, placement])).not.toContain('c2VjcmV0');
});

it('steps keep names and images and lose environments', () => {
  const container = {
    name: 'create',
    image: 'example.org/create:v1',
    env: [{ name: 'PASSWORD', value: 'sesame' }],
  };
  const spec = {
    serviceAccountName: 'cache-resource-configure-setup',
    initContainers: [container],
    containers: [],
    volumes: [{ name: 'shared' }],
  };
  const kept = {
    serviceAccountName: 'cache-resource-configure-setup',
    initContainers: [{ name: 'create', image: 'example.org/create:v1' }],
    containers: [],
  };
  const job = leanObject('batch/jobs', {
    metadata,
    spec: {
      suspend: true,
      backoffLimit: 2,
      completions: 1,
      template: { spec },
    },
    status: { succeeded: 1 },
  });
  expect(job.spec).toEqual({
    suspend: true,
    backoffLimit: 2,
    template: { spec: kept },
  });
  expect(job.status).toEqual({ succeeded: 1 });
  const pod = leanObject('/pods', {
    metadata,
    spec: { ...spec, nodeName: 'node-1' },
    status: { phase: 'Running' },
  });
  expect(pod.spec).toEqual({ ...kept, nodeName: 'node-1' });
});

it('copies and bookkeeping go, whatever the kind', () => {
  const annotations = {
    'kubectl.kubernetes.io/last-applied-configuration': '{"spec":{}}',
    team: 'a',
  };
  const object: KubeObject = {
    metadata: { ...metadata, managedFields: [{ manager: 'x' }], annotations },
    spec: { size: 'small' },
  };
  expect(leanObject('example.org/caches', object)).toEqual({
    metadata: { ...metadata, annotations: { team: 'a' } },
    spec: { size: 'small' },
  });
});

it('of a Namespace nothing but its metadata is kept', () => {
  expect(
    leanObject('/namespaces', {
      kind: 'Namespace',
      metadata,
      spec: {},
      status: {},
    }),
  ).toEqual({ kind: 'Namespace', metadata });
});

it.each([[undefined], ['text'], [[1]], [{ workloads: 'no list' }]])(
  'a spec of another shape is no reason to fail: %j',
  spec => {
    for (const kind of ['batch/jobs', '/pods', 'platform.kratix.io/works']) {
      expect(leanObject(kind, { metadata, spec }).metadata).toEqual(metadata);
    }
  },
);

it('interning changes nothing but who owns a text', () => {
  const interning = new Interning();
  const text = JSON.stringify({
    metadata: { name: 'x', labels: { a: 'b' }, resourceVersion: '7' },
    list: ['b', { c: ['b'] }, null, 1, true],
    long: 'x'.repeat(1000),
  });
  const [one, two] = [JSON.parse(text), JSON.parse(text)];
  expect(interning.intern(one)).toEqual(two);
  expect(interning.intern(two)).toEqual(JSON.parse(text));
});

it('what is nested too deep for a stack is left out, and nothing beside it', () => {
  const deep = `${'{"a":['.repeat(4_000)}${']}'.repeat(4_000)}`;
  const one = JSON.parse(`{"spec":{"size":"small","deep":${deep}}}`);
  const kept = JSON.stringify(new Interning().intern(one));
  expect(kept).toMatch(/^{"spec":{"size":"small","deep":{"a":\[{"a":/);
  expect(kept.length).toBeLessThan(2_000);
});
