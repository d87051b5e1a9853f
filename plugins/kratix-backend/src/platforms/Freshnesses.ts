import {
  describePlatform,
  freshnessView,
  PlatformUnavailableError,
  type Freshness,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * How current what platforms contribute is, at this moment.
 *
 * @internal
 */
export class Freshnesses {
  readonly #platforms: KratixPlatforms;
  readonly #now: () => number;

  constructor(options: { platforms: KratixPlatforms; now?: () => number }) {
    this.#platforms = options.platforms;
    this.#now = options.now ?? Date.now;
  }

  of(platform: Platform): Freshness {
    const facts = platform.facts();
    return freshnessView(facts, describePlatform(facts, { now: this.#now() }));
  }

  /** Of all platforms, or of those that a list is narrowed to. */
  all(ids?: readonly string[]): Freshness[] {
    return this.#platforms
      .list()
      .filter(({ id }) => ids === undefined || ids.includes(id))
      .map(platform => this.of(platform));
  }

  /**
   * Guards a "not found": what was never read can't be known to be absent.
   *
   * @param kind - `plural.group`, for requests the CRD
   * @throws PlatformUnavailableError (503)
   */
  mustKnow(platform: Platform, kind: string): void {
    const { kinds } = platform.facts();
    const named = kinds.find(
      ({ group, plural }) => `${plural}.${group}` === kind,
    );
    // A kind that no Promise brings is absent, once the Promises are known.
    const decisive =
      named ?? kinds.find(({ plural, core }) => core && plural === 'promises');
    if (
      decisive?.syncedAt === undefined &&
      decisive?.state !== 'absent' &&
      decisive?.state !== 'forbidden'
    ) {
      throw new PlatformUnavailableError(platform.id);
    }
  }

  /** @throws PlatformUnavailableError (503) where nothing can be written */
  mustTakeWrites(platform: Platform): void {
    const description = describePlatform(platform.facts(), {
      now: this.#now(),
    });
    if (!description.writable) throw new PlatformUnavailableError(platform.id);
  }
}
