import {
  aPromise,
  aRequest,
  aSimulation,
} from '../simulator/testing/simulation';
import type { SimulatorOptions } from '../simulator';
import { steering } from '../pipelines';

const kratix = 'platform.kratix.io';

function anOutage(options?: SimulatorOptions) {
  const simulation = aSimulation(options);
  const { store, pass } = simulation;
  store.create(aPromise());
  pass(3);
  const request = aRequest();
  store.create(request);
  pass(20);
  const bucket = store.get(kratix, 'bucketstatestores', 'default');
  if (!bucket) throw new Error('no bucket');
  const annotate = (annotations: Record<string, string>) => {
    const now = simulation.now(bucket) ?? bucket;
    store.update({ ...now, metadata: { ...now.metadata, annotations } });
  };
  annotate({ [steering.unreachable]: 'connection refused' });
  const edited = store.get(
    'demo.example.org',
    'databases',
    'orders',
    'default',
  );
  if (!edited) throw new Error('no request');
  store.update({ ...edited, spec: { size: 'large' } });
  pass(15);
  return { ...simulation, request, heal: () => annotate({}) };
}

describe('a state store that is down', () => {
  it('fails what is written to it, with the words of its error', () => {
    const { store, request, condition } = anOutage();
    expect(condition(request, 'WorksSucceeded')).toBe('False/WorksFailing');
    const [placement] = store.list(kratix, 'workplacements');
    expect(condition(placement, 'WriteSucceeded')).toBe(
      'False/WorkloadsFailedWrite',
    );
    expect(JSON.stringify(placement.status)).toContain('connection refused');
  });

  it('heals within a quarter of a minute', () => {
    const { request, condition, heal, pass } = anOutage();
    heal();
    pass(25);
    expect(condition(request, 'Reconciled')).toBe('True/Reconciled');
  });

  it.each([
    ['by itself not at all', 0, 0, 0],
    ['as often as wished', 500, 20, 40],
  ])('flips %s', (_what, failureFlipMs, atLeast, atMost) => {
    const { store, pass } = anOutage({ failureFlipMs });
    let flips = 0;
    const stop = store.onChange(({ object, type }) => {
      if (object.kind === 'Work' && type === 'MODIFIED') flips += 1;
    });
    pass(14);
    stop();
    expect(flips).toBeGreaterThanOrEqual(atLeast);
    expect(flips).toBeLessThanOrEqual(atMost);
  });
});

describe('static dependencies', () => {
  const touches = (staticDependencyRewriteMs: number) => {
    const { store, pass } = aSimulation({ staticDependencyRewriteMs });
    const dependency = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'databases' },
    };
    store.create(aPromise({ spec: { dependencies: [dependency] } }));
    pass(10);
    let count = 0;
    store.onChange(({ object, type }) => {
      if (object.kind === 'Work' && type === 'MODIFIED') count += 1;
    });
    pass(60);
    return count;
  };

  it('are touched as often as the settings say', () => {
    expect(touches(0)).toBe(0);
    expect(touches(60_000)).toBeLessThanOrEqual(2);
    expect(touches(1000)).toBeGreaterThan(40);
  });
});
