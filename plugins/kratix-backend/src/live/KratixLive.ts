import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  kratixLabels,
  nameOf,
  stringifyRequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  Platform,
  PlatformChange,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { DestinationSource } from '../placements/destinationSource';
import { PlatformSource } from '../platforms/platformSource';
import { PromiseSource } from '../promises/promiseSource';
import {
  RequestSource,
  type RequestSourceOptions,
} from '../requests/requestSource';
import { SortedRequests } from '../requests/SortedRequests';
import { LiveIndex } from './LiveIndex';

/**
 * Everything the portal says about its platforms, kept right by the changes
 * that the watch caches tell.
 *
 * @internal
 */
export class KratixLive {
  readonly requestSource: RequestSource;
  readonly requests;
  readonly promises;
  readonly destinations;
  readonly platformStates;
  readonly sorted = new SortedRequests();
  readonly #platforms: KratixPlatforms;
  readonly #releaseListeners = new Set<
    (platform: string, promises: string[]) => void
  >();
  #unsubscribe = () => {};

  constructor(
    options: RequestSourceOptions & {
      platforms: KratixPlatforms;
      logger: LoggerService;
      now?: () => number;
    },
  ) {
    const { platforms, logger, settings, now = Date.now } = options;
    this.#platforms = platforms;
    this.requestSource = new RequestSource(options);
    this.requests = new LiveIndex({ source: this.requestSource, logger, now });
    this.promises = new LiveIndex({
      source: new PromiseSource({ settings }),
      logger,
      now,
    });
    this.destinations = new LiveIndex({
      source: new DestinationSource(),
      logger,
      now,
    });
    this.platformStates = new LiveIndex({
      source: new PlatformSource(),
      logger,
      now,
    });
    this.requests.onChange(changes => this.sorted.apply(changes));
  }

  start(): void {
    this.#unsubscribe = this.#platforms.subscribe(change => this.#take(change));
    this.refreshAll();
  }

  /** For what is not told as a change: who owns a namespace. */
  refreshAll(): void {
    for (const platform of this.#platforms.list()) {
      for (const index of this.#indexes) index.markAll(platform);
    }
  }

  /**
   * Called with the names of Promises whose release came, went or changed: how
   * far an install is may be another, though there is no Promise yet.
   */
  onReleaseChange(
    listener: (platform: string, promises: string[]) => void,
  ): () => void {
    this.#releaseListeners.add(listener);
    return () => this.#releaseListeners.delete(listener);
  }

  stop(): void {
    this.#unsubscribe();
    this.#releaseListeners.clear();
    for (const index of this.#indexes) index.stop();
  }

  get #indexes() {
    return [
      this.platformStates,
      this.promises,
      this.destinations,
      this.requests,
    ];
  }

  #take({ platform: id, affected, objects }: PlatformChange): void {
    const platform = this.#platforms.get(id);
    this.#tellReleases(platform, objects);
    if (affected.everything) {
      for (const index of this.#indexes) index.markAll(platform);
      return;
    }
    this.requests.mark(platform, affected.requests.map(stringifyRequestRef));
    this.promises.mark(platform, affected.promises);
    this.destinations.mark(platform, affected.destinations);
    if (affected.platform) this.platformStates.mark(platform, [id]);
    // A namespace may say who owns what is in it; no description speaks of it.
    const namespaces = objects
      .filter(({ kind }) => kind === '/namespaces')
      .map(({ object }) => object.metadata.name);
    for (const namespace of new Set(namespaces)) {
      const inside = platform
        .requests({ namespace })
        .flatMap(request => platform.requestRef(request) ?? []);
      this.requests.mark(platform, inside.map(stringifyRequestRef));
    }
  }

  #tellReleases(platform: Platform, objects: PlatformChange['objects']): void {
    const releases = objects
      .filter(({ kind }) => kind === 'platform.kratix.io/promisereleases')
      .map(({ object }) => object.metadata.name);
    if (releases.length === 0) return;
    const kept = releases.flatMap(name =>
      platform.list('promises', {
        labels: { [kratixLabels.promiseReleaseName]: name },
      }),
    );
    const names = new Set([...releases, ...kept.map(nameOf)]);
    for (const listener of this.#releaseListeners) {
      listener(platform.id, [...names]);
    }
  }
}
