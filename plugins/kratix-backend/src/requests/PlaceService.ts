import {
  freeNameLike,
  type PlaceNamespace,
  type RequestName,
  type requestNameQuerySchema,
  type RequestPlaces,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { z } from 'zod';
import type { PortalCaller } from '../http/Callers';
import type { Freshnesses } from '../platforms/Freshnesses';
import type { Teams } from '../teams/Teams';
import { ownerOfNewRequest, placesOf } from './placeOfRequest';
import { requestKindOf } from './requestKindOf';

type At = { platform: string; crd: string };

/**
 * For whom and where to a person may request. What the form offers and what a
 * write is let into is decided by the same rules.
 *
 * @internal
 */
export class PlaceService {
  readonly #platforms: KratixPlatforms;
  readonly #teams: Pick<
    Teams,
    'namespacesOf' | 'titleOf' | 'knows' | 'refresh'
  >;
  readonly #freshness: Freshnesses;

  constructor(options: {
    platforms: KratixPlatforms;
    teams: Pick<Teams, 'namespacesOf' | 'titleOf' | 'knows' | 'refresh'>;
    freshness: Freshnesses;
  }) {
    this.#platforms = options.platforms;
    this.#teams = options.teams;
    this.#freshness = options.freshness;
  }

  /** @throws NotFoundError (404), PlatformUnavailableError (503) */
  async places(at: At, caller: PortalCaller): Promise<RequestPlaces> {
    const platform = this.#platforms.get(at.platform);
    requestKindOf(platform, at.crd, this.#freshness);
    const rules = this.#rules(caller);
    if (placesOf(rules).some(({ owner }) => !this.#teams.knows(owner))) {
      // A team of a minute ago is not known yet.
      await this.#teams.refresh();
    }
    const exists = namespacesOf(platform);
    const items = await Promise.all(
      placesOf(rules).map(async ({ owner, namespaces }) => ({
        owner,
        ownerTitle: this.#teams.titleOf(owner),
        namespaces: await Promise.all(
          namespaces.map(name =>
            namespaceFor(platform, caller, {
              crd: at.crd,
              name,
              exists: exists(name),
            }),
          ),
        ),
      })),
    );
    return { items, freshness: this.#freshness.of(platform) };
  }

  /**
   * Whether a name is free where this person may request: it may be taken by a
   * request that they may not see.
   *
   * @throws InputError (400), NotAllowedError (403) for a namespace that is not
   *   theirs, NotFoundError (404), PlatformUnavailableError (503)
   */
  async name(
    at: At,
    { namespace, name }: z.output<typeof requestNameQuerySchema>,
    caller: PortalCaller,
  ): Promise<RequestName> {
    const platform = this.#platforms.get(at.platform);
    requestKindOf(platform, at.crd, this.#freshness);
    await this.ownerFor(namespace, undefined, caller);
    this.#freshness.mustKnow(platform, at.crd);
    const isTaken = (one: string) =>
      platform.request({ ...at, namespace, name: one }) !== undefined;
    const freshness = this.#freshness.of(platform);
    return isTaken(name)
      ? { free: false, suggestion: freeNameLike(name, isTaken), freshness }
      : { free: true, freshness };
  }

  /**
   * Whose a new request there is.
   *
   * @param asked - the owner's entity ref in full
   * @throws InputError (400), NotAllowedError (403)
   */
  async ownerFor(
    namespace: string,
    asked: string | undefined,
    viewer: PortalCaller,
  ): Promise<string | undefined> {
    const decide = () =>
      ownerOfNewRequest({ ...this.#rules(viewer), namespace, owner: asked });
    try {
      return decide();
    } catch {
      // A team of a minute ago is not known yet.
      await this.#teams.refresh();
      return decide();
    }
  }

  #rules(viewer: PortalCaller) {
    const rule = this.#platforms.settings.namespaces;
    return { viewer, teams: this.#teams, rule };
  }
}

/** Which namespaces there are, as far as that is known. */
function namespacesOf(
  platform: Platform,
): (name: string) => boolean | undefined {
  const known = new Set(
    platform.list('namespaces').map(({ metadata }) => metadata.name),
  );
  return name => (known.size === 0 ? undefined : known.has(name));
}

async function namespaceFor(
  platform: Platform,
  caller: PortalCaller,
  options: { crd: string; name: string; exists: boolean | undefined },
): Promise<PlaceNamespace> {
  const { crd, name, exists } = options;
  if (exists === false) {
    return { name, exists, allowed: false, reason: 'missing' };
  }
  try {
    const at = { crd, namespace: name };
    const may = await platform.mayAccess(caller.on(platform.id), 'create', at);
    return may
      ? { name, exists, allowed: true }
      : { name, exists, allowed: false, reason: 'refused' };
  } catch {
    // No answer is no permission; the platform's own state says why.
    return { name, exists, allowed: false, reason: 'unanswered' };
  }
}
