import type { SimulatorOptions } from '../simulator';
import {
  aPipeline,
  aPromise,
  aRequest,
  aSimulation,
} from '../simulator/testing/simulation';
import { steering } from './steering';

function aPlatform(
  annotations?: Record<string, string>,
  options?: SimulatorOptions,
  name?: string,
) {
  const simulation = aSimulation(options);
  const promise = aPromise({
    spec: {
      workflows: {
        resource: {
          configure: [
            aPipeline('provision', ['check', 'render']),
            aPipeline('register', ['announce']),
          ],
        },
      },
    },
  });
  simulation.store.create(promise);
  simulation.pass(3);
  const request = aRequest({ annotations, name });
  simulation.store.create(request);
  return { ...simulation, request };
}

const pipelines = (status: Record<string, unknown>) => {
  const { workflows } = (status.kratix ?? {}) as {
    workflows?: { pipelines?: { name: string; phase: string }[] };
  };
  return workflows?.pipelines?.map(one => `${one.name} ${one.phase}`);
};

const podsOf = (store: ReturnType<typeof aSimulation>['store']) =>
  store.list('', 'pods', {
    labels: { 'kratix.io/resource-name': 'orders' },
  });

interface PodStatus {
  phase: string;
  initContainerStatuses: {
    name: string;
    state: Record<string, { exitCode?: number }>;
  }[];
}

describe('pipelines that nothing runs', () => {
  it('go through their containers one by one', () => {
    const { store, pass, request, statusOf } = aPlatform();
    pass(2);
    expect(pipelines(statusOf(request))).toEqual([
      'provision Running',
      'register Pending',
    ]);
    const [pod] = podsOf(store);
    const { phase, initContainerStatuses } = pod.status as PodStatus;
    expect(phase).toBe('Running');
    expect(initContainerStatuses.map(one => Object.keys(one.state)[0])).toEqual(
      ['terminated', 'terminated', 'running', 'waiting'],
    );
    pass(30);
    expect(pipelines(statusOf(request))).toEqual([
      'provision Succeeded',
      'register Succeeded',
    ]);
    expect(podsOf(store).map(one => (one.status as PodStatus).phase)).toEqual([
      'Succeeded',
      'Succeeded',
    ]);
  });

  it.each([
    [
      'the container that is named',
      { [steering.failStep]: 'render' },
      'render',
    ],
    ['the first one', { [steering.failStep]: '*' }, 'check'],
  ])('fail at %s', (_what, annotations, container) => {
    const { store, pass, request, condition } = aPlatform(annotations);
    pass(30);
    expect(condition(request, 'Reconciled')).toBe(
      'False/ConfigureWorkflowFailed',
    );
    const [pod] = podsOf(store);
    const { phase, initContainerStatuses } = pod.status as PodStatus;
    expect(phase).toBe('Failed');
    const failed = initContainerStatuses.find(
      one => one.state.terminated?.exitCode === 1,
    );
    expect(failed?.name).toBe(container);
  });

  it('fail for a request whose name says so', () => {
    const { pass, request, condition } = aPlatform(
      undefined,
      {},
      'fails-today',
    );
    pass(30);
    expect(condition(request, 'Reconciled')).toBe(
      'False/ConfigureWorkflowFailed',
    );
  });

  it('take as long as asked for', () => {
    const { pass, request, statusOf } = aPlatform({ [steering.seconds]: '60' });
    pass(100);
    expect(pipelines(statusOf(request))?.[0]).toBe('provision Running');
    pass(30);
    expect(pipelines(statusOf(request))?.[0]).toBe('provision Succeeded');
  });

  it('end with the message asked for', () => {
    const { pass, request, statusOf } = aPlatform({
      [steering.message]: 'yours',
    });
    pass(30);
    expect(statusOf(request).message).toBe('yours');
  });

  it('never start for a request that Kratix takes no notice of', () => {
    const { pass, request, now } = aPlatform({ [steering.ignored]: 'true' });
    pass(120);
    expect(now(request)?.status).toBeUndefined();
  });

  it('run one after the other where the platform is that small', () => {
    const { store, pass } = aPlatform(undefined, { jobConcurrency: 1 });
    store.create(aRequest({ name: 'billing' }));
    const running = () =>
      store
        .list('batch', 'jobs')
        .filter(one => (one.status as { active?: number } | undefined)?.active)
        .length;
    const seen = Array.from({ length: 60 }, () => {
      pass(0.5);
      return running();
    });
    expect(Math.max(...seen)).toBe(1);
  });
});

describe('logs', () => {
  it('can be read while a container runs and after it ended', () => {
    const simulation = aSimulation();
    const { store } = simulation;
    store.create(aPromise());
    simulation.pass(3);
    store.create(aRequest({ annotations: { [steering.failStep]: 'check' } }));
    simulation.pass(10);
    const [pod] = podsOf(store);
    const { lines, ended } = simulation.logOf(pod, 'check');
    expect(ended).toBe(true);
    expect(lines[0]).toContain('reading /kratix/input/object.yaml');
    expect(lines).toContainEqual(expect.stringContaining('error: '));
    expect(simulation.logOf(pod, 'render').lines).toEqual([]);
  });
});
