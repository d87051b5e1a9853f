import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import {
  kratixRequestDeletePermission,
  kratixRequestReadPermission,
  kratixRequestUpdatePermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixPlatforms } from '@kratix-portal/backstage-plugin-kratix-node';
import type { PortalCaller } from '../http/Callers';
import { decide, requirePermission } from '../http/requirePermission';
import { ClusterAccess } from './ClusterAccess';
import { requestPredicate, type RequestPredicate } from './requestPredicate';
import type {
  KratixRequestFilter,
  KratixRequestResource,
} from './requestResource';

/** What one person may see of requests. @internal */
export interface RequestVisibility {
  /** Equal keys see the same. */
  readonly key: string;
  /** Sees every request there is. */
  readonly all: boolean;
  /** Is plainly refused: sees none, whatever there is. */
  readonly none: boolean;
  sees(resource: KratixRequestResource): boolean;
  /** Must have run for what `sees` is asked about, unless `ready`. */
  prepare(resources: Iterable<KratixRequestResource>): Promise<void>;
  ready(resource: KratixRequestResource): boolean;
}

type Verb = 'update' | 'delete';

const permissionFor = {
  update: kratixRequestUpdatePermission,
  delete: kratixRequestDeletePermission,
};

/**
 * Who may do what with which request: Backstage's permissions always, and the
 * cluster's own rules where a platform works under people's identities.
 *
 * @internal
 */
export class RequestAccess {
  readonly #permissions: PermissionsService;
  readonly #transform: ConditionTransformer<KratixRequestFilter>;
  readonly #platforms: KratixPlatforms;
  readonly #known: () => Iterable<KratixRequestResource>;

  constructor(options: {
    permissions: PermissionsService;
    transform: ConditionTransformer<KratixRequestFilter>;
    platforms: KratixPlatforms;
    /** All requests there are. */
    known: () => Iterable<KratixRequestResource>;
  }) {
    this.#permissions = options.permissions;
    this.#transform = options.transform;
    this.#platforms = options.platforms;
    this.#known = options.known;
  }

  /**
   * Ready for all that is known now.
   *
   * @throws NotAllowedError (403) where no request at all may be read
   */
  async visibility(caller: PortalCaller): Promise<RequestVisibility> {
    const visibility = await this.#required(caller);
    await visibility.prepare(this.#known());
    return visibility;
  }

  /** The same for what is shown beside something else: refused sees nothing. */
  async visibilityIfAny(caller: PortalCaller): Promise<RequestVisibility> {
    const decision = await decide(
      this.#permissions,
      kratixRequestReadPermission,
      caller.credentials,
    );
    const visibility = this.#visibility(
      requestPredicate(decision, this.#transform),
      caller,
    );
    await visibility.prepare(this.#known());
    return visibility;
  }

  /**
   * Runs `find` for one who may read it, and hands on what it found.
   *
   * @throws NotAllowedError (403) before anything is looked up where nothing of
   *   the kind is allowed, whether it exists or not; NotFoundError (404) for
   *   what is not there and what this person may not see, alike
   */
  async readable<T extends { resource: KratixRequestResource }>(
    caller: PortalCaller,
    find: () => T | undefined,
  ): Promise<T> {
    const visibility = await this.#required(caller);
    const found = find();
    if (found) await visibility.prepare([found.resource]);
    if (!found || !visibility.sees(found.resource)) {
      throw new NotFoundError('There is no such request');
    }
    return found;
  }

  /**
   * As `readable`, for one who may also change or delete it.
   *
   * @throws NotAllowedError (403), NotFoundError (404)
   */
  async writable<T extends { resource: KratixRequestResource }>(
    caller: PortalCaller,
    verb: Verb,
    find: () => T | undefined,
  ): Promise<T> {
    const permission = permissionFor[verb];
    const decision = await requirePermission(
      this.#permissions,
      permission,
      caller.credentials,
    );
    const found = await this.readable(caller, find);
    const may = requestPredicate(decision, this.#transform);
    if (!may.matches(found.resource)) {
      throw new NotAllowedError(
        `You may not ${verb} this request: it needs the permission ${permission.name}`,
      );
    }
    return found;
  }

  /** What the person may do with a request, to be shown. */
  async allowed(
    caller: PortalCaller,
    resource: KratixRequestResource,
  ): Promise<Record<Verb, boolean>> {
    const [update, remove] = await Promise.all([
      this.#may(caller, 'update', resource),
      this.#may(caller, 'delete', resource),
    ]);
    return { update, delete: remove };
  }

  async #may(
    caller: PortalCaller,
    verb: Verb,
    resource: KratixRequestResource,
  ): Promise<boolean> {
    const decision = await decide(
      this.#permissions,
      permissionFor[verb],
      caller.credentials,
    );
    if (decision.result === AuthorizeResult.DENY) return false;
    if (!requestPredicate(decision, this.#transform).matches(resource)) {
      return false;
    }
    const { platform, crd, namespace, name } = resource.ref;
    const target = this.#platforms.get(platform);
    if (target.identity === 'serviceAccount') return true;
    try {
      const ref = { crd, namespace, name };
      return await target.mayAccess(caller.on(platform), verb, ref);
    } catch {
      // Unknown counts as no: the button says so, the write would tell more.
      return false;
    }
  }

  async #required(caller: PortalCaller): Promise<RequestVisibility> {
    const decision = await requirePermission(
      this.#permissions,
      kratixRequestReadPermission,
      caller.credentials,
    );
    return this.#visibility(
      requestPredicate(decision, this.#transform),
      caller,
    );
  }

  #visibility(
    predicate: RequestPredicate,
    caller: PortalCaller,
  ): RequestVisibility {
    const cluster = new ClusterAccess({ platforms: this.#platforms, caller });
    const scopesOf = function* scopesOf(
      resources: Iterable<KratixRequestResource>,
    ) {
      for (const { ref } of resources) yield ref;
    };
    return {
      get key() {
        return cluster.open
          ? predicate.key
          : `${predicate.key} ${cluster.signature()}`;
      },
      all: predicate.all && cluster.open,
      none: predicate.none,
      sees: resource =>
        predicate.matches(resource) && cluster.sees(resource.ref),
      prepare: resources => cluster.prepare(scopesOf(resources)),
      ready: resource => cluster.knows(resource.ref),
    };
  }
}
