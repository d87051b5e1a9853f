import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  compareVersions,
  installStateOf,
  kratixMarketplaceReadPermission,
  kratixPromiseUninstallPermission,
  kratixPromiseUpgradePermission,
  originOf,
  uninstallTarget,
  type KubeObject,
  type PromiseDetail,
  type PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  ManagedKind,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { PortalCaller } from '../http/Callers';
import type { MarketplaceService } from '../marketplace/MarketplaceService';
import { knownList } from '../platforms/knownList';

/** What the page of a Promise says beside the Promise itself. @internal */
export type PromiseStanding = Pick<
  PromiseDetail,
  'origin' | 'updates' | 'allowed'
>;

type Update = NonNullable<PromiseDetail['updates']>[number];

const asked = [
  kratixMarketplaceReadPermission,
  kratixPromiseUpgradePermission,
  kratixPromiseUninstallPermission,
];

/**
 * Where Promises came from, what is newer, and what a person may do with them.
 *
 * @internal
 */
export class PromiseStandings {
  readonly #platforms: KratixPlatforms;
  readonly #permissions: PermissionsService;
  readonly #marketplace: Pick<MarketplaceService, 'named'>;

  constructor(options: {
    platforms: KratixPlatforms;
    permissions: PermissionsService;
    marketplace: Pick<MarketplaceService, 'named'>;
  }) {
    this.#platforms = options.platforms;
    this.#permissions = options.permissions;
    this.#marketplace = options.marketplace;
  }

  /** @throws NotFoundError (404) for a platform */
  async of(ref: PromiseRef, caller: PortalCaller): Promise<PromiseStanding> {
    const platform = this.#platforms.get(ref.platform);
    const promise = platform.get('promises', ref.name);
    if (!promise) return {};
    const decisions = await this.#permissions.authorize(
      asked.map(permission => ({ permission })),
      { credentials: caller.credentials },
    );
    const [seesMarketplace, mayUpgrade, mayUninstall] = decisions.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    const target = uninstallTarget({
      name: ref.name,
      promise,
      releases: knownList(platform, 'promisereleases'),
    });
    const what: ManagedKind =
      target.kind === 'Promise' ? 'promises' : 'promisereleases';
    const may = (verb: 'update' | 'delete') =>
      mayManage(platform, caller, { verb, what, name: target.name });
    const [upgrade, uninstall] = await Promise.all([
      mayUpgrade && may('update'),
      mayUninstall && may('delete'),
    ]);
    return {
      ...(seesMarketplace && this.#listings(platform, promise)),
      allowed: { upgrade, uninstall },
    };
  }

  #listings(
    platform: Platform,
    promise: KubeObject,
  ): Pick<PromiseStanding, 'origin' | 'updates'> {
    const { annotationPrefix } = this.#platforms.settings;
    const releases = platform.list('promisereleases');
    const origin = originOf(promise, releases, annotationPrefix);
    const holdings = { platform: platform.id, promises: [promise], releases };
    const updates = this.#marketplace
      .named(promise.metadata.name)
      .flatMap(({ source, listing }): Update[] => {
        const { entry, version } = listing;
        const { state } = installStateOf(
          listing,
          { source, entry },
          holdings,
          annotationPrefix,
        );
        return state === 'update' && version
          ? [{ source, entry, version }]
          : [];
      });
    return {
      ...(origin && { origin }),
      updates: newestFirst(updates, origin),
    };
  }
}

/** What it came from is the likeliest to be meant. */
function newestFirst(
  updates: Update[],
  origin: PromiseStanding['origin'],
): Update[] {
  const isOwn = ({ source, entry }: Update) =>
    source === origin?.source && entry === origin.entry;
  return [...updates].sort((a, b) => {
    if (isOwn(a) !== isOwn(b)) return isOwn(a) ? -1 : 1;
    switch (compareVersions(a.version, b.version)) {
      case 'newer':
        return 1;
      case 'older':
        return -1;
      default:
        return 0;
    }
  });
}

async function mayManage(
  platform: Platform,
  caller: PortalCaller,
  {
    verb,
    what,
    name,
  }: { verb: 'update' | 'delete'; what: ManagedKind; name: string },
): Promise<boolean> {
  try {
    return await platform.mayManage(caller.on(platform.id), verb, what, name);
  } catch {
    // Unknown counts as no: the button says so, the write would tell more.
    return false;
  }
}
