import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aPipeline,
  aPromise,
  aRequest,
  aSimulation,
  type Simulation,
} from '../simulator/testing/simulation';

const steering = 'sandbox.kratix-portal.io';
const workflows = {
  resource: {
    configure: [aPipeline('instance', ['render'])],
    delete: [aPipeline('cleanup', ['remove'])],
  },
};

/** A request that is ready, on a Promise with a delete pipeline. */
function aReadyRequest(annotations?: Record<string, string>) {
  const simulation = aSimulation();
  const request = aRequest({ annotations });
  simulation.store.create(aPromise({ spec: { workflows } }));
  simulation.pass(10);
  simulation.store.create(request);
  simulation.pass(30);
  expect(simulation.condition(request, 'Reconciled')).toBe('True/Reconciled');
  const remove = () =>
    simulation.store.delete(
      'demo.example.org',
      'databases',
      'orders',
      'default',
    );
  return { simulation, request, remove };
}

function patchMetadata(
  { store }: Simulation,
  { plural, group, name, namespace }: Record<string, string>,
  metadata: object,
) {
  store.patch({
    type: 'merge',
    group,
    plural,
    name,
    namespace,
    body: { metadata },
  });
}

const database = {
  group: 'demo.example.org',
  plural: 'databases',
  name: 'orders',
  namespace: 'default',
};
const stateStore = {
  group: 'platform.kratix.io',
  plural: 'bucketstatestores',
  name: 'default',
};
const finalizersOf = (object: KubeObject | undefined) =>
  object?.metadata.finalizers ?? [];

it('a request stays until its files are gone, however long the store is away', () => {
  const { simulation, request, remove } = aReadyRequest();
  const unreachable = `${steering}/unreachable`;
  patchMetadata(simulation, stateStore, {
    annotations: { [unreachable]: 'no route to host' },
  });
  remove();
  simulation.pass(120);
  // The pipeline is through; what it left behind is not.
  const left = finalizersOf(simulation.now(request));
  expect(left).toContain('kratix.io/work-cleanup');
  expect(left).not.toContain('kratix.io/delete-workflows');
  expect(
    simulation.store.list('platform.kratix.io', 'workplacements'),
  ).toHaveLength(1);

  patchMetadata(simulation, stateStore, {
    annotations: { [unreachable]: null },
  });
  simulation.pass(60);
  expect(simulation.now(request)).toBeUndefined();
  expect(simulation.store.list('platform.kratix.io', 'workplacements')).toEqual(
    [],
  );
  expect(simulation.errors).toEqual([]);
});

it('a delete pipeline that fails holds the request, and runs again when asked', () => {
  const { simulation, request, remove } = aReadyRequest();
  patchMetadata(simulation, database, {
    annotations: { [`${steering}/fail-step`]: 'remove' },
  });
  remove();
  simulation.pass(60);
  expect(simulation.condition(request, 'DeleteWorkflowCompleted')).toBe(
    'False/DeleteWorkflowFailed',
  );
  expect(finalizersOf(simulation.now(request))).toContain(
    'kratix.io/delete-workflows',
  );

  patchMetadata(simulation, database, {
    annotations: { [`${steering}/fail-step`]: null },
    labels: { 'kratix.io/manual-reconciliation': 'true' },
  });
  simulation.pass(60);
  expect(simulation.now(request)).toBeUndefined();
  expect(simulation.errors).toEqual([]);
});
