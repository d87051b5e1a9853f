import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  type KubeObject,
  requestOwner,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import { type EntityOptions, isExcluded } from '../catalog';
import { resourceEntityFromDestination } from '../placements/resourceEntityFromDestination';
import { resourceEntityFromPlatform } from '../platforms/resourceEntityFromPlatform';
import { entitiesFromPromise } from '../promises/entitiesFromPromise';
import { entityFromRequest } from '../requests/entityFromRequest';

/** `Promise/redis`: the object that entities come from. @internal */
export type Source = string;

/** @internal */
export const sourceOf = {
  platform: (): Source => 'Platform',
  promise: (name: string): Source => `Promise/${name}`,
  destination: (name: string): Source => `Destination/${name}`,
  /** By kind, because two Promises may have namesakes. */
  request: (crd: string, namespace: string, name: string): Source =>
    `Request/${crd}/${namespace}/${name}`,
};

/**
 * What one platform looks like in the catalog, source by source. An object that
 * can't be mapped has no entities and takes no other down with it.
 *
 * @internal
 */
export class PlatformEntities {
  readonly #platform: Platform;
  readonly #options: EntityOptions;
  readonly #groupOf: (namespace: string) => string | undefined;
  readonly #logger: LoggerService;

  constructor(options: {
    platform: Platform;
    entityOptions: EntityOptions;
    groupOf: (namespace: string) => string | undefined;
    logger: LoggerService;
  }) {
    this.#platform = options.platform;
    this.#options = options.entityOptions;
    this.#groupOf = options.groupOf;
    this.#logger = options.logger;
  }

  /** All sources that the platform has at present. */
  sources(): Source[] {
    const platform = this.#platform;
    return [
      sourceOf.platform(),
      ...platform
        .list('promises')
        .map(({ metadata }) => sourceOf.promise(metadata.name)),
      ...platform
        .list('destinations')
        .map(({ metadata }) => sourceOf.destination(metadata.name)),
      ...platform
        .requestKinds()
        .flatMap(({ crd }) => this.requestSources({ crd })),
    ];
  }

  /** Sources of the requests of one kind, in one namespace or in all. */
  requestSources(options: { crd?: string; namespace?: string }): Source[] {
    return this.#platform.requests(options).flatMap(request => {
      const ref = this.#platform.requestRef(request);
      return ref ? [sourceOf.request(ref.crd, ref.namespace, ref.name)] : [];
    });
  }

  /** The entities of one source; none for an object that is gone or excluded. */
  entitiesOf(source: Source): Entity[] {
    try {
      return this.#map(source);
    } catch (error) {
      this.#logger.warn(
        `${source} of platform ${
          this.#options.platform.id
        } is left out of the catalog`,
        error instanceof Error ? error : undefined,
      );
      return [];
    }
  }

  #map(source: Source): Entity[] {
    const [kind, ...parts] = source.split('/');
    const options = this.#options;
    switch (kind) {
      case 'Platform':
        return [resourceEntityFromPlatform(options)];
      case 'Promise':
        return this.#mapPromise(source, parts[0]);
      case 'Destination':
        return this.#included('destinations', parts[0]).map(destination =>
          resourceEntityFromDestination(destination, options),
        );
      default:
        return this.#mapRequest(parts);
    }
  }

  #mapPromise(source: Source, name: string): Entity[] {
    const [promise] = this.#included('promises', name);
    if (!promise) return [];
    return entitiesFromPromise(promise, this.#options, {
      crds: this.#platform.list('customresourcedefinitions'),
      onProblem: problem =>
        this.#logger.error(`The form of ${source} is a text alone`, problem),
    });
  }

  #included(kind: 'promises' | 'destinations', name: string): KubeObject[] {
    const object = this.#platform.get(kind, name);
    return object && !isExcluded(object, this.#options.annotationPrefix)
      ? [object]
      : [];
  }

  #mapRequest([crd, namespace, name]: string[]): Entity[] {
    const platform = this.#platform;
    const { annotationPrefix } = this.#options;
    const ref = { platform: platform.id, crd, namespace, name };
    const request = platform.request(ref);
    const kind = platform.requestKinds().find(one => one.crd === crd);
    if (!request || !kind || isExcluded(request, annotationPrefix)) return [];
    const owner = requestOwner({
      request,
      namespace: platform.get('namespaces', namespace),
      annotationPrefix,
      teamOf: this.#groupOf,
    });
    return [entityFromRequest(request, kind, { ...this.#options, owner })];
  }
}
