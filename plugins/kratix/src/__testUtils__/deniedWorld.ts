import type { KratixBrowserApi } from '@kratix-portal/backstage-plugin-kratix-react';
import {
  aRefusal,
  FakeKratix,
  type FakeWorld,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { ordersDb, anObject, postgresqlSchema } from './formWorld';
import { aWorld } from './world';

/** What the backend keeps from those who lack a permission. */
interface Withheld {
  /** Calls that it refuses. */
  calls: (keyof KratixBrowserApi)[];
  /** What it leaves out of its other answers. */
  without?: (world: FakeWorld) => FakeWorld;
}

type Platforms = NonNullable<FakeWorld['platforms']>[number];

const uncounted =
  (...names: (keyof Platforms['counts'])[]) =>
  (platforms: Platforms[] = []): Platforms[] =>
    platforms.map(platform => {
      const counts = { ...platform.counts };
      for (const name of names) delete counts[name];
      return { ...platform, counts };
    });

const withoutInstalls = (world: FakeWorld): FakeWorld => ({
  ...world,
  listings: world.listings?.map(listing => ({ ...listing, installs: [] })),
});

const unable =
  (action: 'install' | 'upgrade' | 'uninstall') =>
  (world: FakeWorld): FakeWorld => ({
    ...world,
    mayInstall: action !== 'install',
    listings: world.listings?.map(listing => ({
      ...listing,
      allowed: { ...listing.allowed, [action]: false },
    })),
    promises: world.promises?.map(promise => ({
      ...promise,
      allowed: {
        upgrade: action !== 'upgrade',
        uninstall: action !== 'uninstall',
      },
    })),
  });

const unchangeable =
  (action: 'update' | 'delete') =>
  (world: FakeWorld): FakeWorld => ({
    ...world,
    requests: world.requests?.map(request => ({
      ...request,
      allowed: { ...request.allowed, [action]: false },
    })),
  });

/** By permission, as the tests of the backend have it. @internal */
export const withheld: Record<string, Withheld> = {
  'kratix.platform.read': {
    calls: ['listPlatforms', 'getPlatform'],
    without: withoutInstalls,
  },
  'kratix.promise.read': {
    calls: ['listPromises', 'getPromise', 'getInstallation'],
    without: world => ({
      ...withoutInstalls(world),
      platforms: uncounted('promises')(world.platforms),
      destinations: world.destinations?.map(destination => ({
        ...destination,
        matchingPromises: undefined,
      })),
    }),
  },
  'kratix.destination.read': {
    calls: ['listDestinations', 'getDestination'],
    without: world => ({
      ...world,
      platforms: uncounted('destinations')(world.platforms),
      promises: world.promises?.map(promise => ({
        ...promise,
        matchingDestinations: undefined,
        destinationCount: undefined,
      })),
    }),
  },
  'kratix.request.read': {
    calls: [
      'listRequests',
      'getRequest',
      'getRequestRelated',
      'getRequestManifest',
      'getRequestObject',
    ],
    without: world => ({
      ...world,
      platforms: uncounted('requests', 'attention')(world.platforms),
      promises: world.promises?.map(promise => ({
        ...promise,
        counts: undefined,
      })),
      destinations: world.destinations?.map(destination => ({
        ...destination,
        counts: undefined,
        placements: [],
        placementCount: 0,
      })),
      unscheduled: [],
    }),
  },
  'kratix.marketplace.read': {
    calls: ['listListings', 'getListing', 'getListingFile', 'preflight'],
  },
  'kratix.request.create': {
    calls: ['createRequest', 'getRequestPlaces', 'checkRequestName'],
  },
  'kratix.request.update': {
    calls: ['updateRequest'],
    without: unchangeable('update'),
  },
  'kratix.request.delete': {
    calls: ['deleteRequest'],
    without: unchangeable('delete'),
  },
  'kratix.promise.install': {
    calls: ['installPromise'],
    without: unable('install'),
  },
  'kratix.promise.upgrade': {
    calls: ['upgradePromise'],
    without: unable('upgrade'),
  },
  'kratix.promise.uninstall': {
    calls: ['getUninstallImpact', 'uninstallPromise'],
    without: unable('uninstall'),
  },
};

/** The backend as somebody meets it who lacks these permissions. @internal */
export function aDenyingKratix(denied: readonly string[]): FakeKratix {
  const world = aWorld();
  const whole: FakeWorld = {
    ...world,
    promises: world.promises?.map(promise => ({
      ...promise,
      schema: postgresqlSchema,
    })),
    objects: { [ordersDb]: anObject({ size: 'small' }) },
  };
  const kratix = new FakeKratix(
    denied.reduce(
      (seen, name) => withheld[name].without?.(seen) ?? seen,
      whole,
    ),
  );
  for (const name of denied) {
    const refusal = aRefusal(
      403,
      `You may not do this: it needs the permission ${name}`,
    );
    for (const call of withheld[name].calls) kratix.failing(call, refusal);
  }
  return kratix;
}
