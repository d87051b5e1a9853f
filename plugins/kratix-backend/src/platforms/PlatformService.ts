import {
  describePlatform,
  platformView,
  type PlatformCheck,
  type PlatformList,
  type PlatformView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { Sight } from '../permissions/sightOf';
import type { RequestCounts } from '../requests/RequestCounts';
import { knownList } from './knownList';

/** Platforms as routes and the stream serve them. @internal */
export class PlatformService {
  readonly #platforms: KratixPlatforms;
  readonly #counts: RequestCounts;
  readonly #now: () => number;

  constructor(options: {
    platforms: KratixPlatforms;
    counts: RequestCounts;
    now?: () => number;
  }) {
    this.#platforms = options.platforms;
    this.#counts = options.counts;
    this.#now = options.now ?? Date.now;
  }

  list(sight: Sight): PlatformList {
    return {
      items: this.#platforms
        .list()
        .map(platform => this.viewOf(platform, sight)),
      contact: this.#platforms.settings.contact,
    };
  }

  /** @throws NotFoundError (404) */
  get(id: string, sight: Sight): PlatformView {
    return this.viewOf(this.#platforms.get(id), sight);
  }

  /**
   * Has it tried again now, as far as that was not done a moment ago.
   *
   * @throws NotFoundError (404)
   */
  async check(id: string, sight: Sight): Promise<PlatformCheck> {
    const platform = this.#platforms.get(id);
    const outcome = await platform.check();
    return { outcome, platform: this.viewOf(platform, sight) };
  }

  viewOf(platform: Platform, sight: Sight): PlatformView {
    const facts = platform.facts();
    const { promises, destinations, visibility } = sight;
    return platformView(facts, describePlatform(facts, { now: this.#now() }), {
      counts: this.#countsOn(platform, sight),
      rights: { promises, destinations, requests: visibility.all },
    });
  }

  /** Of what was never read nobody knows how much there is. */
  #countsOn(platform: Platform, sight: Sight): PlatformView['counts'] {
    const { visibility } = sight;
    const promises = knownList(platform, 'promises');
    const requests =
      promises && this.#counts.ofPlatform(visibility, platform.id);
    return {
      ...(sight.promises && { promises: promises?.length }),
      ...(sight.destinations && {
        destinations: knownList(platform, 'destinations')?.length,
      }),
      requests: requests?.requests,
      attention: requests?.attention,
    };
  }
}
