import type {
  Cause,
  DestinationDescription,
  PlatformDescription,
  PromiseDescription,
  RequestDescription,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** @public */
export function aCause(given: Partial<Cause> = {}): Cause {
  return {
    id: 'done',
    params: {},
    responsible: 'nobody',
    evidence: [],
    ...given,
  };
}

/** Ready and healthy, unless told otherwise. @public */
export function aRequestDescription(
  given: Partial<RequestDescription> = {},
): RequestDescription {
  return {
    label: 'ready',
    tone: 'ok',
    causes: [aCause()],
    flags: [],
    delivery: given.label ?? 'ready',
    health: { state: 'healthy' },
    version: {
      state: 'latest',
      applied: 'v1.2.0',
      latest: 'v1.2.0',
      pinned: false,
    },
    rail: [
      { station: 'accepted', state: 'done', time: '2026-03-02T09:00:00Z' },
      { station: 'steps', state: 'done', done: 2, total: 2 },
      { station: 'scheduled', state: 'done', done: 1, total: 1 },
      { station: 'written', state: 'done', done: 1, total: 1 },
      { station: 'applied', state: 'not-observed' },
      { station: 'healthy', state: 'done' },
    ],
    ...given,
  };
}

/** A step whose container ended with an error. @public */
export function aFailedDescription(): RequestDescription {
  return aRequestDescription({
    label: 'failed',
    tone: 'error',
    since: '2026-03-02T09:03:00Z',
    causes: [
      aCause({
        id: 'step-failed',
        responsible: 'promise-author',
        since: '2026-03-02T09:03:00Z',
        platformSays: 'Pipeline Failed',
        params: {
          step: 'create-db',
          i: 1,
          n: 3,
          container: 'main',
          code: 3,
          first: 'no',
        },
        evidence: [
          {
            object: 'PostgreSQL payments/orders-db',
            field: 'status.kratix.workflows.pipelines[0].phase',
            value: 'Failed',
            time: '2026-03-02T09:03:00Z',
          },
          {
            object: 'PostgreSQL payments/orders-db',
            field: 'status.conditions[Reconciled].reason',
            value: 'WorkflowPending',
            contradictedBy: 'older than the step above',
          },
        ],
      }),
      aCause({
        id: 'outdated',
        responsible: 'you',
        params: { version: 'v1.1.0', latest: 'v1.2.0', pinned: 'no' },
      }),
    ],
    flags: ['outdated'],
    health: { state: 'not-reported' },
    version: {
      state: 'outdated',
      applied: 'v1.1.0',
      latest: 'v1.2.0',
      pinned: false,
    },
    rail: [
      { station: 'accepted', state: 'done', time: '2026-03-02T09:00:00Z' },
      {
        station: 'steps',
        state: 'failed',
        done: 0,
        total: 3,
        time: '2026-03-02T09:03:00Z',
      },
      { station: 'scheduled', state: 'not-reached' },
      { station: 'written', state: 'not-reached' },
      { station: 'applied', state: 'not-observed' },
      { station: 'healthy', state: 'not-reported' },
    ],
  });
}

/** @public */
export function aPromiseDescription(
  given: Partial<PromiseDescription> = {},
): PromiseDescription {
  return {
    label: 'available',
    tone: 'ok',
    causes: [],
    flags: [],
    version: 'v1.2.0',
    requirements: [],
    requestable: true,
    ...given,
  };
}

/** @public */
export function aDestinationDescription(
  given: Partial<DestinationDescription> = {},
): DestinationDescription {
  return {
    label: 'ready',
    tone: 'ok',
    causes: [],
    flags: [],
    store: { kind: 'BucketStateStore', name: 'default', label: 'ready' },
    ...given,
  };
}

/** @public */
export function aPlatformDescription(
  given: Partial<PlatformDescription> = {},
): PlatformDescription {
  return {
    label: 'connected',
    tone: 'ok',
    causes: [],
    flags: [],
    missingKinds: [],
    writable: true,
    ...given,
  };
}
