import { NotFoundError } from '@backstage/errors';
import {
  causeOf,
  type Cause,
  type CauseId,
  type causeParameters,
  type KratixApi,
  type PlatformView,
  type PromiseDetail,
  type RequestDescription,
  type RequestDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAccess } from '../platforms/KratixAccess';

/** A cause with parameters that the backend does send for it. */
type CauseOf<Id extends CauseId> = {
  id: Id;
  params?: {
    [Name in (typeof causeParameters)[Id][number]]?: string | number;
  };
} & Pick<Cause, 'platformSays'>;

/** A description in which only what a test speaks of matters. @internal */
export function aDescription<Id extends CauseId>(
  label: RequestDescription['label'],
  cause?: CauseOf<Id>,
): RequestDescription {
  return {
    label,
    tone: 'neutral',
    delivery: label,
    causes: [
      causeOf({
        responsible: 'nobody',
        ...(cause ?? { id: 'in-progress' }),
      }),
    ],
    flags: [],
    health: { state: 'not-reported' },
    version: { state: 'unversioned', pinned: false },
    rail: [],
  };
}

const freshness = {
  platform: 'eu',
  title: 'Europe',
  label: 'connected',
} as const;

/** @internal */
export function aRequestDetail(
  description: RequestDescription,
  more: Partial<RequestDetail> = {},
): RequestDetail {
  return {
    platform: 'eu',
    crd: 'redis.caches.example.io',
    namespace: 'payments',
    name: 'orders-cache',
    promise: 'redis',
    promiseTitle: 'Redis',
    kind: 'Redis',
    description,
    columns: {},
    entityRef: 'resource:default/eu.payments.redis.orders-cache',
    freshness,
    outputs: [],
    settings: [],
    runsOn: [],
    allowed: { update: true, delete: true },
    ...more,
  };
}

/** @internal */
export function aPromiseDetail(
  more: Partial<PromiseDetail> = {},
): PromiseDetail {
  return {
    platform: 'eu',
    name: 'redis',
    title: 'Redis',
    description: {
      label: 'available',
      tone: 'ok',
      causes: [],
      flags: [],
      requirements: [],
      requestable: true,
    },
    api: {
      crd: 'redis.caches.example.io',
      group: 'caches.example.io',
      version: 'v1',
      kind: 'Redis',
      plural: 'redis',
    },
    counts: { requests: 0, attention: 0, inProgress: 0, ready: 0, outdated: 0 },
    requiredBy: [],
    reportsHealth: false,
    entityRef: 'component:default/eu.redis',
    freshness,
    fields: [],
    outputs: [],
    schema: {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            size: { type: 'string', default: 'small' },
            note: { type: 'string' },
          },
        },
      },
    },
    destinationSelectors: [],
    matchingDestinations: [],
    destinationCount: 0,
    clashesWith: [],
    paused: false,
    ...more,
  };
}

/** @internal */
export function aPlatformView(): PlatformView {
  return {
    id: 'eu',
    title: 'Europe',
    sandbox: false,
    identity: 'serviceAccount',
    description: {
      label: 'connected',
      tone: 'ok',
      causes: [],
      flags: [],
      missingKinds: [],
      writable: true,
    },
    freshness,
    counts: { promises: 1, requests: 0, destinations: 1, attention: 0 },
    features: [],
    kinds: [],
    entityRef: 'resource:default/eu',
  };
}

/**
 * The Kratix backend as far as a test says what it answers; anything else is
 * not found. Every call is remembered with the token it came with.
 *
 * @internal
 */
export function fakeKratix(answers: Partial<KratixApi>): KratixAccess {
  const missing = async () => {
    throw new NotFoundError('Not part of this test');
  };
  return {
    tokenFor: async ({ principal }) => `token of ${JSON.stringify(principal)}`,
    api: {
      listPlatforms: missing,
      getPlatform: missing,
      checkPlatform: missing,
      listPromises: missing,
      getPromise: async () => aPromiseDetail(),
      listListings: missing,
      getListing: missing,
      getListingFile: missing,
      preflight: missing,
      installPromise: missing,
      upgradePromise: missing,
      getInstallation: missing,
      getUninstallImpact: missing,
      uninstallPromise: missing,
      listRequests: missing,
      getRequest: missing,
      getRequestRelated: missing,
      getRequestManifest: missing,
      getRequestObject: missing,
      getRequestPlaces: missing,
      checkRequestName: missing,
      createRequest: missing,
      updateRequest: missing,
      deleteRequest: missing,
      listDestinations: missing,
      getDestination: missing,
      streamUrl: missing,
      ...answers,
    },
  };
}
