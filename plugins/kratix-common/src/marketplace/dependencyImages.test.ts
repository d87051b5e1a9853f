import fc from 'fast-check';
import type { KubeObject } from '../kube';
import { dependencyImages } from './dependencyImages';

const bringing = (...dependencies: unknown[]): KubeObject => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'certificates' },
  spec: { dependencies },
});

const anObject = (kind: string, spec: object, namespace?: string) => ({
  apiVersion: 'example.io/v1',
  kind,
  metadata: { name: 'it', ...(namespace && { namespace }) },
  spec,
});

const pod = { containers: [{ name: 'main', image: 'quay.io/a:v1' }] };
const template = { template: { metadata: { name: 'of-pod' }, spec: pod } };

it.each([
  ['Pod', pod],
  ['Deployment', template],
  ['StatefulSet', template],
  ['DaemonSet', template],
  ['ReplicaSet', template],
  ['Job', template],
  ['CronJob', { jobTemplate: { spec: template } }],
  ['Rollout', { strategy: { canary: [[template]] } }],
])('finds what a %s runs', (kind, spec) => {
  expect(dependencyImages(bringing(anObject(kind, spec, 'ns')))).toEqual({
    images: [{ image: 'quay.io/a:v1', where: `${kind} ns/it` }],
    whole: true,
  });
});

it('finds every container, and images that are mounted', () => {
  const all = anObject('Pod', {
    initContainers: [{ image: 'a' }],
    containers: [{ image: 'b' }, { image: 'c' }],
    ephemeralContainers: [{ image: 'd' }],
    volumes: [{ name: 'x', image: { reference: 'e' } }, { emptyDir: {} }],
  });
  const { images } = dependencyImages(bringing(all));
  expect(images.map(({ image }) => image).sort()).toEqual([...'abcde']);
});

it('looks into Lists, and into Promises that a Promise brings', () => {
  const inner = {
    ...bringing(anObject('Deployment', template, 'ns')),
    metadata: { name: 'inner' },
  };
  const pipeline = anObject('Pipeline', pod);
  const outer = {
    ...bringing(inner),
    metadata: { name: 'outer' },
    spec: {
      dependencies: [inner],
      workflows: { resource: { configure: [pipeline] } },
    },
  };
  const list = {
    apiVersion: 'v1',
    kind: 'List',
    items: [anObject('Job', template)],
  };
  const { images } = dependencyImages(bringing(outer, list));
  expect(images.map(({ where }) => where)).toEqual([
    'Promise outer, Deployment ns/it',
    'Promise outer, Pipeline it',
    'Job it',
  ]);
});

it('finds none in what only speaks of containers', () => {
  const schema = { properties: { containers: { items: { image: 'x' } } } };
  const crd = anObject('CustomResourceDefinition', { schema });
  const patch = anObject('Policy', { containers: [{ name: 'main' }, null] });
  expect(dependencyImages(bringing(crd, patch)).images).toEqual([]);
});

it('ends for what is deep, wide or holds itself', () => {
  let deep: object = pod;
  for (let level = 0; level < 100_000; level += 1) deep = { deep };
  expect(dependencyImages(bringing(deep))).toMatchObject({
    images: [{ image: 'quay.io/a:v1', where: 'dependency' }],
    whole: true,
  });
  const wide = Array.from({ length: 600_000 }, () => ({}));
  expect(dependencyImages(bringing(wide)).whole).toBe(false);
  const self: { self?: object } = {};
  self.self = self;
  expect(dependencyImages(bringing(self)).whole).toBe(false);
});

it('never throws, whatever is brought', () => {
  fc.assert(
    fc.property(fc.anything(), fc.jsonValue(), (one, other) => {
      const { images } = dependencyImages(
        bringing(one, { containers: other, kind: one, metadata: other }),
      );
      expect(images.every(({ image }) => image.length > 0)).toBe(true);
      expect(
        dependencyImages({ metadata: { name: '' }, spec: one }).whole,
      ).toBe(true);
    }),
  );
});
