import { aDestination, aSimulation } from '../simulator/testing/simulation';

const preview = { 'kratix.io/dry-run': 'true' };

const aWork = (name: string, labels: Record<string, string> = {}) => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Work',
  metadata: { name, namespace: 'default', labels },
  spec: {
    promiseName: 'database',
    workloadGroups: [
      {
        id: '5058f1af8388633f609cadb75a75dc9d',
        directory: '.',
        workloads: [{ filepath: 'a.yaml', content: '' }],
      },
    ],
  },
});

it('previews and what is meant go to Destinations of their own', () => {
  const { store, pass, errors } = aSimulation();
  store.create(aDestination('previews', preview));
  store.create(aWork('meant'));
  store.create(aWork('tried', preview));
  pass(30);
  const placements = store.list('platform.kratix.io', 'workplacements');
  const targets = placements.map(({ metadata, spec }) => [
    metadata.labels?.['kratix.io/work'],
    (spec as { targetDestinationName: string }).targetDestinationName,
  ]);
  expect(targets.sort()).toEqual([
    ['meant', 'worker-1'],
    ['tried', 'previews'],
  ]);
  expect(errors).toEqual([]);
});
