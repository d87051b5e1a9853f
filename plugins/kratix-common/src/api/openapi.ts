import {
  createDocument,
  type ZodOpenApiPathItemObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { installOperations } from './installs/installOperations';
import { marketplaceOperations } from './marketplace/marketplaceOperations';
import { destinationOperations } from './placements/destinationOperations';
import { platformOperations } from './platforms/platformOperations';
import { promiseOperations } from './promises/promiseOperations';
import { requestOperations } from './requests/requestOperations';
import { streamOperations } from './stream/streamOperations';

const concepts: ZodOpenApiPathsObject[] = [
  platformOperations,
  promiseOperations,
  installOperations,
  marketplaceOperations,
  requestOperations,
  destinationOperations,
  streamOperations,
];

/**
 * The OpenAPI 3.1 document of `/api/kratix`, from the very schemas that the
 * routes validate with.
 *
 * @public
 */
export function createOpenApiDocument(): object {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'kratix',
      version: '1',
      description: 'Kratix platforms, Promises, requests and Destinations',
    },
    security: [{ backstage: [] }],
    components: {
      securitySchemes: { backstage: { type: 'http', scheme: 'bearer' } },
    },
    paths: documented(),
  });
}

/** Two concepts may share a path: a Promise is read and uninstalled at one. */
function documented(): ZodOpenApiPathsObject {
  const items = new Map<string, ZodOpenApiPathItemObject>();
  for (const [path, item] of concepts.flatMap(one => Object.entries(one))) {
    const key = path.replace(/:([a-zA-Z]+)/g, '{$1}');
    items.set(key, { ...items.get(key), ...item });
  }
  return Object.fromEntries(items);
}
