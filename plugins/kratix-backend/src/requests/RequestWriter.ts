import { InputError } from '@backstage/errors';
import {
  type createRequestBodySchema,
  type KubeObject,
  type RequestRef,
  type updateRequestBodySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { z } from 'zod';
import type { PortalCaller } from '../http/Callers';
import type { Freshnesses } from '../platforms/Freshnesses';
import { newRequestObject } from './newRequestObject';
import type { PlaceService } from './PlaceService';
import { requestKindOf } from './requestKindOf';
import { requestPatch } from './requestPatch';
import { entityRefOf } from './teamRef';

/** What a write was about and what came of it. @internal */
export interface Written {
  ref: RequestRef;
  platform: Platform;
  object: KubeObject;
}

/**
 * Creates, changes and deletes requests as the person. That they may was
 * decided before.
 *
 * @internal
 */
export class RequestWriter {
  readonly #platforms: KratixPlatforms;
  readonly #places: Pick<PlaceService, 'ownerFor'>;
  readonly #freshness: Freshnesses;

  constructor(options: {
    platforms: KratixPlatforms;
    places: Pick<PlaceService, 'ownerFor'>;
    freshness: Freshnesses;
  }) {
    this.#platforms = options.platforms;
    this.#places = options.places;
    this.#freshness = options.freshness;
  }

  /**
   * @throws InputError (400), NotAllowedError (403), NotFoundError (404) for a
   *   kind that no Promise of the platform offers, ConflictError (409),
   *   PlatformUnavailableError (503)
   */
  async create(
    at: { platform: string; crd: string },
    body: z.output<typeof createRequestBodySchema>,
    options: { caller: PortalCaller; dryRun: boolean },
  ): Promise<Written> {
    const { caller, dryRun } = options;
    const { annotationPrefix } = this.#platforms.settings;
    const platform = this.#writable(at.platform);
    const kind = requestKindOf(platform, at.crd, this.#freshness);
    const namespace = namespaceFor(platform, kind.namespaced, body.namespace);
    const owner = body.owner && entityRefOf(body.owner, 'group');
    const object = newRequestObject({
      kind,
      body,
      owner: await this.#places.ownerFor(namespace, owner, caller),
      service: body.service && entityRefOf(body.service, 'component'),
      requester: caller.userEntityRef,
      annotationPrefix,
    });
    const created = await platform.writes.createRequest(kind, object, {
      caller: caller.on(platform.id),
      dryRun,
    });
    const ref = { ...at, namespace, name: created.metadata.name };
    return { ref, platform, object: created };
  }

  /**
   * @throws InputError (400), NotAllowedError (403), NotFoundError (404),
   *   ConflictError (409) when it was changed meanwhile,
   *   PlatformUnavailableError (503)
   */
  async update(
    ref: RequestRef,
    body: z.output<typeof updateRequestBodySchema>,
    options: { caller: PortalCaller; dryRun: boolean; request: KubeObject },
  ): Promise<Written> {
    const { caller, dryRun } = options;
    const platform = this.#writable(ref.platform);
    // The cache may lag, and leaves out kubectl's copy: a map of annotations
    // that seems absent may not be.
    const request = body.patch.some(({ path }) => path.startsWith('/metadata/'))
      ? await platform.readRequest(ref)
      : options.request;
    const patch = requestPatch({
      patch: body.patch,
      request,
      viewer: caller,
      annotationPrefix: this.#platforms.settings.annotationPrefix,
    });
    const object = await platform.writes.patchRequest(ref, patch, {
      caller: caller.on(platform.id),
      dryRun,
      generation: body.generation,
    });
    return { ref, platform, object };
  }

  /**
   * @throws NotAllowedError (403), NotFoundError (404),
   *   PlatformUnavailableError (503)
   */
  async remove(
    ref: RequestRef,
    { caller, dryRun }: { caller: PortalCaller; dryRun: boolean },
  ): Promise<void> {
    const platform = this.#writable(ref.platform);
    await platform.writes.deleteRequest(ref, {
      caller: caller.on(platform.id),
      dryRun,
    });
  }

  #writable(id: string): Platform {
    const platform = this.#platforms.get(id);
    this.#freshness.mustTakeWrites(platform);
    return platform;
  }
}

/** @throws InputError where the request could not be there */
function namespaceFor(
  platform: Platform,
  namespaced: boolean,
  namespace: string,
): string {
  if (namespaced === (namespace === '-')) {
    throw new InputError(
      namespaced
        ? 'namespace: this request needs one'
        : "namespace: this request belongs to none, use '-'",
    );
  }
  const known = platform.list('namespaces');
  const missing =
    namespaced &&
    known.length > 0 &&
    !known.some(({ metadata }) => metadata.name === namespace);
  if (missing) {
    throw new InputError(
      `namespace: '${namespace}' does not exist on platform '${platform.id}'; ask the platform team for it`,
    );
  }
  return namespace;
}
