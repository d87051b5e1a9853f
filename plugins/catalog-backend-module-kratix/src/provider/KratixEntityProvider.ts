import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type {
  Platform,
  PlatformChange,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EntityOptions } from '../catalog';
import type { GroupNamespaces } from '../requests/GroupNamespaces';
import { affectedSources } from './affectedSources';
import type { EarlierRun } from './EarlierRun';
import { PlatformEntities, type Source } from './PlatformEntities';
import { SentEntities } from './SentEntities';

/** How long changes are gathered before they are written. */
const batchMs = 50;
/** How long to wait where the catalog did not answer as hoped. */
const retryMs = 5_000;
/** How many sources are mapped in one go. */
const chunkSize = 500;

/**
 * Keeps the catalog in step with one platform. Everything is written once at
 * the start and on a schedule, in between only what differs from the last
 * write. While a kind can't be read, what is known is added and nothing is
 * replaced as a whole, so a failed read deletes nothing.
 *
 * Several backends may do this at the same time: they watch the same objects
 * and write the same entities under the same name, which the catalog recognises
 * by their hash. Only the scheduled write is made by one of them.
 *
 * @internal
 */
export class KratixEntityProvider implements EntityProvider {
  readonly #platform: Platform;
  readonly #entities: PlatformEntities;
  readonly #groups: GroupNamespaces;
  readonly #earlier: Pick<EarlierRun, 'find'>;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  readonly #logger: LoggerService;
  readonly #sent = new SentEntities(text =>
    createHash('sha256').update(text).digest('base64url'),
  );
  #connection?: EntityProviderConnection;
  /** The first lists are in. */
  #ready = false;
  #wroteAll = false;
  /** Nothing of an earlier run is left, as far as that can be known. */
  #recalled = false;
  #unsubscribe?: () => void;
  #timer?: NodeJS.Timeout;
  /** Epoch milliseconds at which the timer fires. */
  #due = Infinity;
  readonly #dirty = new Set<Source>();
  /** Writes follow one another, or an older one could win. */
  #writing: Promise<void> = Promise.resolve();

  constructor(options: {
    platform: Platform;
    entityOptions: EntityOptions;
    groups: GroupNamespaces;
    earlier: Pick<EarlierRun, 'find'>;
    taskRunner: SchedulerServiceTaskRunner;
    logger: LoggerService;
  }) {
    this.#platform = options.platform;
    this.#groups = options.groups;
    this.#earlier = options.earlier;
    this.#taskRunner = options.taskRunner;
    this.#logger = options.logger.child({ platform: options.platform.id });
    this.#entities = new PlatformEntities({
      platform: options.platform,
      entityOptions: options.entityOptions,
      groupOf: namespace => options.groups.ownerOf(namespace),
      logger: this.#logger,
    });
  }

  getProviderName(): string {
    return `KratixEntityProvider:${this.#platform.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    this.#unsubscribe = this.#platform.subscribe(change =>
      this.#onChange(change),
    );
    // One write for the first lists, rather than one for each kind.
    void this.#platform.firstSync().then(() => {
      this.#takeEverything();
      this.#ready = true;
      this.#schedule();
    });
    await this.#taskRunner.run({
      id: this.getProviderName(),
      fn: () => this.refresh(),
    });
  }

  /** Writes everything, if everything is known. */
  async refresh(): Promise<void> {
    this.#wroteAll = false;
    await this.#flush();
  }

  /** Ends it; what is being written is written to the end. */
  async stop(): Promise<void> {
    this.#ready = false;
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#writing;
  }

  #onChange(change: PlatformChange): void {
    if (change.affected.everything) this.#takeEverything();
    affectedSources(change, this.#platform, this.#entities).forEach(source =>
      this.#dirty.add(source),
    );
    // Until all was written once, any news may be what completes the picture.
    if (this.#dirty.size > 0 || !this.#wroteAll) this.#schedule();
  }

  #takeEverything(): void {
    this.#sent.sources().forEach(source => this.#dirty.add(source));
    this.#entities.sources().forEach(source => this.#dirty.add(source));
  }

  #schedule(delayMs = batchMs): void {
    if (!this.#ready) return;
    const due = Date.now() + delayMs;
    // The earlier one stays: a retry far off must not hold up what is new.
    if (this.#timer && this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#flush();
    }, delayMs);
  }

  #flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (await this.#groups.refresh()) this.#takeEverything();
    try {
      if (!this.#wroteAll && this.#platform.complete()) await this.#writeAll();
      else {
        if (this.#ready && !this.#recalled) await this.#recall();
        await this.#writeDelta();
      }
      if (this.#groups.wantsRetry()) this.#schedule(retryMs);
    } catch (error) {
      this.#logger.error(
        'The catalog did not take over what changed; everything is sent again',
        error instanceof Error ? error : undefined,
      );
      this.#wroteAll = false;
      this.#sent.doubt();
      this.#takeEverything();
      this.#schedule(retryMs);
    }
  }

  /**
   * Takes note of what the catalog has of an earlier run: what is gone of it is
   * taken away with the next write.
   */
  async #recall(): Promise<void> {
    try {
      for (const [source, refs] of await this.#earlier.find()) {
        this.#sent.recall(source, refs);
        this.#dirty.add(source);
      }
      this.#recalled = true;
    } catch {
      // At the start the catalog is often not there yet; it is asked again.
      this.#schedule(retryMs);
    }
  }

  /** Replaces all that the catalog has, leftovers of earlier runs included. */
  async #writeAll(): Promise<void> {
    this.#dirty.clear();
    const found = await this.#find(this.#entities.sources());
    const entities = [...found.values()].flat();
    await this.#connection?.applyMutation({
      type: 'full',
      entities: entities.map(entity => this.#deferred(entity)),
    });
    this.#sent.forget();
    this.#sent.remember(found);
    this.#wroteAll = true;
    this.#recalled = true;
    this.#logger.info(`${entities.length} entities are in the catalog`);
  }

  async #writeDelta(): Promise<void> {
    const sources = [...this.#dirty];
    this.#dirty.clear();
    const found = await this.#find(sources);
    const { added, removed } = this.#sent.deltaOf(found);
    if (added.length > 0 || removed.length > 0) {
      await this.#connection?.applyMutation({
        type: 'delta',
        added: added.map(entity => this.#deferred(entity)),
        removed: removed.map(entityRef => ({
          entityRef,
          locationKey: this.getProviderName(),
        })),
      });
    }
    this.#sent.remember(found);
  }

  /** Thousands of them, without holding up the process meanwhile. */
  async #find(sources: Source[]): Promise<Map<Source, Entity[]>> {
    const found = new Map<Source, Entity[]>();
    for (const source of sources) {
      found.set(source, this.#entities.entitiesOf(source));
      if (found.size % chunkSize === 0) await setImmediate();
    }
    return found;
  }

  #deferred(entity: Entity) {
    return { entity, locationKey: this.getProviderName() };
  }
}
