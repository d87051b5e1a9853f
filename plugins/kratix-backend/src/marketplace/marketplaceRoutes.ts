import { createHash } from 'node:crypto';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  kratixMarketplaceReadPermission,
  kratixPaths,
  kratixPlatformReadPermission,
  kratixPromiseInstallPermission,
  kratixPromiseReadPermission,
  kratixPromiseUninstallPermission,
  kratixPromiseUpgradePermission,
  listingFileQuerySchema,
  listingListQuerySchema,
  listingRefSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import { requirePermission } from '../http/requirePermission';
import type { RouteOptions } from '../http/routeOptions';
import { sendJson } from '../http/sendJson';
import type {
  MarketplaceService,
  MarketplaceViewer,
} from './MarketplaceService';

/** Whatever a source says: a browser is told nothing else. */
const imageTypes = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/svg+xml',
]);

/** An SVG may hold scripts: opened by itself, it is nobody's page. */
const imageHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cache-control': 'private, max-age=300',
};

/** @internal */
export function createMarketplaceRoutes(
  options: Pick<RouteOptions, 'callers' | 'permissions'> & {
    marketplace: Pick<MarketplaceService, 'list' | 'get' | 'file'>;
  },
): Router {
  const { callers, permissions, marketplace } = options;
  const router = PromiseRouter();

  const viewerOf = async (req: Request): Promise<MarketplaceViewer> => {
    const { credentials } = await callers.of(req);
    await requirePermission(
      permissions,
      kratixMarketplaceReadPermission,
      credentials,
    );
    return marketplaceViewer(permissions, credentials);
  };

  router.get(kratixPaths.marketplace, async (req, res) => {
    const viewer = await viewerOf(req);
    const query = parseInput(listingListQuerySchema, req.query);
    res.json(marketplace.list(query, viewer));
  });

  router.get(kratixPaths.listing, async (req, res) => {
    const viewer = await viewerOf(req);
    const ref = parseInput(listingRefSchema, req.params);
    sendJson(res, await marketplace.get(ref, viewer));
  });

  router.get(kratixPaths.listingFile, async (req, res) => {
    const viewer = await viewerOf(req);
    const ref = parseInput(listingRefSchema, req.params);
    const { path } = parseInput(listingFileQuerySchema, req.query);
    const { contentType, data } = await marketplace.file(ref, path, viewer);
    if (!imageTypes.has(contentType)) {
      throw new NotFoundError('The listing has no such image');
    }
    const digest = createHash('sha256').update(data).digest('base64url');
    // Express answers 304 where the browser has it already.
    res
      .set({ ...imageHeaders, etag: `"${digest}"` })
      .type(contentType)
      .send(data);
  });

  return router;
}

/**
 * What the portal lets a person do with Promises.
 *
 * @internal
 */
export async function marketplaceViewer(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<MarketplaceViewer> {
  const [install, upgrade, uninstall, platforms, promises] = await all(
    permissions,
    credentials,
    kratixPromiseInstallPermission,
    kratixPromiseUpgradePermission,
    kratixPromiseUninstallPermission,
    kratixPlatformReadPermission,
    kratixPromiseReadPermission,
  );
  return {
    allowed: { install, upgrade, uninstall },
    seesInstalls: platforms && promises,
  };
}

async function all(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
  ...asked: BasicPermission[]
): Promise<boolean[]> {
  const decisions = await permissions.authorize(
    asked.map(permission => ({ permission })),
    { credentials },
  );
  return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
}
