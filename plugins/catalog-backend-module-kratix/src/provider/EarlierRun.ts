import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import { type Source, sourceOf } from './PlatformEntities';

const promiseKind = 'promises.platform.kratix.io';
const destinationKind = 'destinations.platform.kratix.io';

/**
 * What the catalog has of a platform from before this process began. Where a
 * kind can't be read nothing is ever written as a whole, so what went in between
 * has to be looked for.
 *
 * @internal
 */
export class EarlierRun {
  readonly #catalog: Pick<CatalogService, 'streamEntities'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #platform: Platform;
  readonly #annotationPrefix: string;

  constructor(options: {
    catalog: Pick<CatalogService, 'streamEntities'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    platform: Platform;
    annotationPrefix: string;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#platform = options.platform;
    this.#annotationPrefix = options.annotationPrefix;
  }

  /**
   * Refs of entities by source, of those sources alone of which it is known now
   * whether they are there.
   *
   * @throws whatever the catalog fails with
   */
  async find(): Promise<Map<Source, string[]>> {
    const { id } = this.#platform;
    const found = new Map<Source, string[]>();
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${this.#annotationPrefix}platform`]: id,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      for (const entity of entities) {
        const source = this.#knownSource(entity);
        if (!source) continue;
        const refs = found.get(source) ?? [];
        found.set(source, [...refs, stringifyEntityRef(entity)]);
      }
    }
    return found;
  }

  #knownSource({ metadata }: Entity): Source | undefined {
    const location = metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
    const ours = `kratix:${this.#platform.id}/`;
    if (!location.startsWith(ours)) return undefined;
    const [what, ...path] = location.slice(ours.length).split('/');
    if (what === 'promises' && path.length === 1) {
      return this.#isRead(promiseKind) ? sourceOf.promise(path[0]) : undefined;
    }
    if (what === 'destinations' && path.length === 1) {
      return this.#isRead(destinationKind)
        ? sourceOf.destination(path[0])
        : undefined;
    }
    if (what !== 'requests' || path.length !== 3) return undefined;
    const [crd, namespace, name] = path;
    const isOffered = this.#platform
      .requestKinds()
      .some(kind => kind.crd === crd);
    // A kind that no Promise brings any more has gone with its Promise.
    return this.#isRead(isOffered ? crd : promiseKind)
      ? sourceOf.request(crd, namespace, name)
      : undefined;
  }

  #isRead(kind: string): boolean {
    return this.#platform
      .facts()
      .kinds.some(
        ({ plural, group, syncedAt, state }) =>
          `${plural}.${group}` === kind &&
          syncedAt !== undefined &&
          state !== 'forbidden' &&
          state !== 'absent',
      );
  }
}
