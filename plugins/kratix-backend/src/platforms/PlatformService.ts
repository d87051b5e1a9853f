import {
  describePlatform,
  platformView,
  type PlatformList,
  type PlatformView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { RequestVisibility } from '../permissions/RequestAccess';
import type { RequestCounts } from '../requests/RequestCounts';

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

  list(visibility: RequestVisibility): PlatformList {
    return {
      items: this.#platforms
        .list()
        .map(platform => this.viewOf(platform, visibility)),
      contact: this.#platforms.settings.contact,
    };
  }

  /** @throws NotFoundError (404) */
  get(id: string, visibility: RequestVisibility): PlatformView {
    return this.viewOf(this.#platforms.get(id), visibility);
  }

  viewOf(platform: Platform, visibility: RequestVisibility): PlatformView {
    const facts = platform.facts();
    const { requests, attention } = this.#counts.ofPlatform(
      visibility,
      platform.id,
    );
    return platformView(facts, describePlatform(facts, { now: this.#now() }), {
      promises: platform.list('promises').length,
      destinations: platform.list('destinations').length,
      requests,
      attention,
    });
  }
}
