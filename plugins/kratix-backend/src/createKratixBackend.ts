import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import { createOpenApiDocument } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixPlatforms } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Callers } from './http/Callers';
import { createHealthRoutes, createOpenApiRoutes } from './http/healthRoutes';
import { KratixLive } from './live/KratixLive';
import { createInstallRoutes } from './marketplace/install/installRoutes';
import { InstallService } from './marketplace/install/InstallService';
import { createMarketplaceRoutes } from './marketplace/marketplaceRoutes';
import { MarketplaceService } from './marketplace/MarketplaceService';
import type {
  MarketplaceSettings,
  MarketplaceSources,
} from './marketplace/types';
import { RequestAccess } from './permissions/RequestAccess';
import type {
  KratixRequestFilter,
  KratixRequestResource,
} from './permissions/requestResource';
import { createDestinationRoutes } from './placements/destinationRoutes';
import { DestinationService } from './placements/DestinationService';
import { Freshnesses } from './platforms/Freshnesses';
import { createPlatformRoutes } from './platforms/platformRoutes';
import { PlatformService } from './platforms/PlatformService';
import { createInstallationRoutes } from './promises/installationRoutes';
import { InstallationService } from './promises/InstallationService';
import { createPromiseRoutes } from './promises/promiseRoutes';
import { PromiseService } from './promises/PromiseService';
import { PromiseStandings } from './promises/PromiseStandings';
import { createPlaceRoutes } from './requests/placeRoutes';
import { PlaceService } from './requests/PlaceService';
import { RequestCounts } from './requests/RequestCounts';
import { RequestReader } from './requests/RequestReader';
import { createRequestRoutes } from './requests/requestRoutes';
import { RequestWriter } from './requests/RequestWriter';
import { ChangeFeed } from './stream/ChangeFeed';
import { EventWriter } from './stream/EventWriter';
import { StreamHub } from './stream/StreamHub';
import { createStreamRoutes } from './stream/streamRoutes';
import { Teams } from './teams/Teams';

/** What the backend is made of. @internal */
export interface KratixBackendOptions {
  platforms: KratixPlatforms;
  catalog: CatalogService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  permissions: PermissionsService;
  transform: ConditionTransformer<KratixRequestFilter>;
  auditor: AuditorService;
  logger: LoggerService;
  marketplace: { sources: MarketplaceSources; settings: MarketplaceSettings };
  /** `catalog.providers.kratix.requestKind`. */
  entityKind?: string;
  /** Told of every stream that opens or ends. */
  onStreamCount?: (difference: 1 | -1) => void;
}

/** The running backend behind its router. @internal */
export interface KratixBackend {
  router: Router;
  /** For decisions about requests by their refs. */
  resourcesOf(refs: string[]): (KratixRequestResource | undefined)[];
  start(): void;
  stop(): void;
}

/**
 * Puts the parts together; holds no logic.
 *
 * @internal
 */
export function createKratixBackend(
  options: KratixBackendOptions,
): KratixBackend {
  const { platforms, permissions, logger, auditor } = options;
  const { settings } = platforms;
  const teams = new Teams({ ...options, settings });
  const live = new KratixLive({
    platforms,
    logger,
    settings,
    teamOf: namespace => teams.ownerOf(namespace),
    entityKind: options.entityKind,
  });
  const freshness = new Freshnesses({ platforms });
  const counts = new RequestCounts({
    rows: () => live.requests.rows(),
    version: () => live.requests.version,
  });
  const promises = new PromiseService({ live, counts, platforms, freshness });
  const platformViews = new PlatformService({ platforms, counts });
  const destinations = new DestinationService({ live, platforms, freshness });
  const { sources, settings: marketplaceSettings } = options.marketplace;
  const marketplace = new MarketplaceService({
    sources,
    settings: marketplaceSettings,
    platforms,
    freshness,
  });
  const installs = new InstallService({
    platforms,
    marketplace,
    allowedImages: marketplaceSettings.allowedImages,
    freshness,
    live,
  });
  const standings = new PromiseStandings({
    platforms,
    permissions,
    marketplace,
  });
  const installations = new InstallationService({ live, platforms, freshness });
  const requests = new RequestReader({ live, platforms, freshness });
  const places = new PlaceService({ platforms, teams, freshness });
  const writer = new RequestWriter({ platforms, places, freshness });
  const feed = new ChangeFeed({ live });
  const hub = new StreamHub({
    feed,
    writer: new EventWriter({ promises, platformViews, platforms, live }),
    onCount: options.onStreamCount,
  });

  const callers = new Callers(options);
  const access = new RequestAccess({
    permissions,
    platforms,
    transform: options.transform,
    known: () => live.requests.rows(),
  });
  const shared = { callers, permissions, access };
  const router = PromiseRouter();
  router.use(createHealthRoutes({ platforms }));
  router.use(
    createOpenApiRoutes({ callers, document: createOpenApiDocument() }),
    createPlatformRoutes({ ...shared, platforms: platformViews }),
    createPromiseRoutes({ ...shared, promises, standings }),
    createInstallationRoutes({ ...shared, installations, auditor }),
    createDestinationRoutes({ ...shared, destinations }),
    createPlaceRoutes({ ...shared, places }),
    createRequestRoutes({ ...shared, requests, writer, auditor }),
    createMarketplaceRoutes({ ...shared, marketplace }),
    createInstallRoutes({ ...shared, installs, auditor }),
    createStreamRoutes({ ...shared, hub }),
  );

  return {
    router,
    resourcesOf: refs =>
      refs.map(ref => live.requests.get(ref.split('/')[0], ref)),
    start() {
      teams.onChange(() => live.refreshAll());
      sources.start();
      marketplace.start();
      feed.start();
      hub.start();
      live.start();
      teams.start();
    },
    stop() {
      sources.stop();
      marketplace.stop();
      hub.stop();
      feed.stop();
      live.stop();
      teams.stop();
    },
  };
}
