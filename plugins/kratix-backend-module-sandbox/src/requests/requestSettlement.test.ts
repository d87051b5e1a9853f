import {
  aPipeline,
  aPromise,
  aRequest,
  aSimulation,
} from '../simulator/testing/simulation';

const withPipelines = (version: string, ...names: string[]) =>
  aPromise({
    version,
    spec: {
      workflows: {
        resource: { configure: names.map(one => aPipeline(one, ['render'])) },
      },
    },
  });

it('what a pipeline delivered goes when the Promise has that pipeline no more', () => {
  const { store, pass, condition, errors } = aSimulation();
  const pipelinesOfWorks = () =>
    store
      .list('platform.kratix.io', 'works')
      .map(({ metadata }) => metadata.labels?.['kratix.io/pipeline-name'])
      .sort();
  const promise = store.create(withPipelines('v1.0.0', 'database', 'backup'));
  pass(10);
  const request = aRequest();
  store.create(request);
  pass(60);
  expect(pipelinesOfWorks()).toEqual(['backup', 'database']);

  const { name } = promise.metadata;
  const now = store.get('platform.kratix.io', 'promises', name);
  const { metadata, spec } = withPipelines('v2.0.0', 'database');
  store.update({
    ...promise,
    spec,
    metadata: { ...now?.metadata, name, labels: metadata.labels },
  });
  pass(120);
  expect(condition(request, 'Reconciled')).toBe('True/Reconciled');
  expect(pipelinesOfWorks()).toEqual(['database']);
  expect(errors).toEqual([]);
});

it('the newest five Jobs of a pipeline stay, and those before them go', () => {
  const { store, pass, errors } = aSimulation();
  store.create(withPipelines('v1.0.0', 'database'));
  pass(10);
  const request = aRequest();
  store.create(request);
  pass(30);
  for (let run = 0; run < 6; run += 1) {
    store.patch({
      type: 'merge',
      group: 'demo.example.org',
      plural: 'databases',
      name: request.metadata.name,
      namespace: 'default',
      body: {
        metadata: { labels: { 'kratix.io/manual-reconciliation': 'true' } },
      },
    });
    pass(30);
  }
  expect(store.list('batch', 'jobs')).toHaveLength(5);
  expect(errors).toEqual([]);
});
