import { installPaths } from './installs/installRoutes';
import { marketplacePaths } from './marketplace/marketplaceRoutes';
import { destinationPaths } from './placements/destinationRoutes';
import { platformPaths } from './platforms/platformRoutes';
import { promisePaths } from './promises/promiseRoutes';
import { requestPaths } from './requests/requestRoutes';
import { streamPaths } from './stream/streamRoutes';

/** Paths under `/api/kratix`, Express style. @public */
export const kratixPaths = {
  ...platformPaths,
  ...promisePaths,
  ...installPaths,
  ...marketplacePaths,
  ...requestPaths,
  ...destinationPaths,
  ...streamPaths,
  openapi: '/openapi.json',
} as const;
