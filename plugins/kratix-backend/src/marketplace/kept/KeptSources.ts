import type {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { MarketplaceImage } from '@kratix-portal/backstage-plugin-kratix-node';
import type { MarketplaceSources, SourceSnapshot } from '../types';
import type { LargeFiles } from './LargeFiles';
import type { MarketplaceStore, SourceState } from './MarketplaceStore';
import { nextAttempt, type Attempt } from './nextAttempt';
import { offerOf, sourceViewOf, type SourceOffer } from './snapshotOf';
import type { ConfiguredSource, SourceReader } from './SourceReader';

/** How soon a replica sees what another one read. */
const lookEveryMs = 10_000;

interface Held {
  state?: SourceState;
  offer: SourceOffer;
  /** Where the offer is unfinished. */
  again?: Attempt;
}

const nothing: SourceOffer = { listings: [], broken: [], images: [] };

/**
 * The sources as the database has them, held in memory. Reads are spread over
 * the replicas by the scheduler; each replica follows the database.
 *
 * @internal
 */
export class KeptSources implements MarketplaceSources {
  readonly #sources: readonly ConfiguredSource[];
  readonly #store: MarketplaceStore;
  readonly #reader: SourceReader;
  readonly #scheduler: SchedulerService;
  readonly #schedule: SchedulerServiceTaskScheduleDefinition;
  readonly #logger: LoggerService;
  readonly #annotationPrefix: string;
  readonly #large: Pick<LargeFiles, 'read' | 'stop'>;
  readonly #clock: () => number;
  readonly #held = new Map<string, Held>();
  readonly #stop = new AbortController();
  #snapshots: readonly SourceSnapshot[] = [];
  #version = 0;
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    sources: readonly ConfiguredSource[];
    store: MarketplaceStore;
    reader: SourceReader;
    scheduler: SchedulerService;
    schedule: SchedulerServiceTaskScheduleDefinition;
    logger: LoggerService;
    annotationPrefix: string;
    large: Pick<LargeFiles, 'read' | 'stop'>;
    /** Milliseconds since whenever, never jumping. */
    clock?: () => number;
  }) {
    this.#sources = options.sources;
    this.#store = options.store;
    this.#reader = options.reader;
    this.#scheduler = options.scheduler;
    this.#schedule = options.schedule;
    this.#logger = options.logger;
    this.#annotationPrefix = options.annotationPrefix;
    this.#large = options.large;
    this.#clock = options.clock ?? (() => performance.now());
    this.#publish();
  }

  get version(): number {
    return this.#version;
  }

  snapshots(): readonly SourceSnapshot[] {
    return this.#snapshots;
  }

  async text(source: string, path: string): Promise<string | undefined> {
    return this.#store.text(source, path);
  }

  async image(
    source: string,
    path: string,
  ): Promise<MarketplaceImage | undefined> {
    return this.#store.image(source, path);
  }

  start(): void {
    this.#timer = setInterval(
      () => this.#inBackground(this.look()),
      lookEveryMs,
    );
    // Whoever stops the process need not wait for the next look.
    this.#timer.unref();
    this.#inBackground(this.#begin());
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stop.abort();
    this.#large.stop();
  }

  /** Reads a source now, and shows what came of it. */
  async refresh(
    id: string,
    signal: AbortSignal = this.#stop.signal,
  ): Promise<void> {
    const source = this.#sources.find(one => one.id === id);
    if (!source) return;
    const stop = AbortSignal.any([signal, this.#stop.signal]);
    await this.#reader.read(source, stop);
    await this.look();
  }

  /** Takes up what changed in the database; one look at a time. */
  look(): Promise<void> {
    this.#looking = this.#looking.catch(() => {}).then(() => this.#look());
    return this.#looking;
  }

  async #begin(): Promise<void> {
    // Before the database is asked: one that is away must not end all reading.
    for (const { id } of this.#sources) {
      await this.#scheduler.scheduleTask({
        ...this.#schedule,
        scope: 'global',
        id: `kratix-marketplace-${id}`,
        fn: signal => this.refresh(id, signal),
      });
    }
    await this.#store.keepOnly(this.#sources.map(({ id }) => id));
    await this.look();
    // The schedule may have nothing to do for a while yet.
    const unread = this.#sources.filter(
      ({ id }) => !this.#held.get(id)?.state?.readAt,
    );
    await Promise.all(unread.map(({ id }) => this.refresh(id)));
  }

  async #look(): Promise<void> {
    const revisions = new Map(
      (await this.#store.revisions()).map(row => [row.id, row.revision]),
    );
    for (const source of this.#sources) {
      const { id } = source;
      const revision = revisions.get(id);
      const known = this.#held.get(id)?.state?.revision;
      if (revision === undefined) continue;
      if (revision === known && !this.#isDue(id)) continue;
      await this.#takeUp(source).catch(error => {
        // The database may be gone before this is.
        if (this.#stop.signal.aborted) return;
        // What one source holds keeps none of the others from being shown.
        this.#logger.error(`Marketplace source '${id}' can't be shown`, error);
      });
      if (this.#stop.signal.aborted) return;
    }
  }

  async #takeUp({ id, digest }: ConfiguredSource): Promise<void> {
    const state = await this.#store.state(id);
    // Another replica still runs, or already, with another config.
    if (!state || state.digest !== digest) return;
    const held = this.#held.get(id);
    if (!held?.state || held.state.content !== state.content) {
      this.#held.set(id, { state, ...(await this.#offerOf(state)) });
    } else if (this.#isDue(id)) {
      const offered = await this.#offerOf(state, held.again);
      this.#held.set(id, { state, ...offered });
    } else {
      this.#held.set(id, { ...held, state });
    }
    this.#publish();
  }

  /** Reading what took too long is to be tried again now. */
  #isDue(id: string): boolean {
    const at = this.#held.get(id)?.again?.at;
    return at !== undefined && at <= this.#clock();
  }

  async #offerOf(
    { id, content, findings }: SourceState,
    before?: Attempt,
  ): Promise<Pick<Held, 'offer' | 'again'>> {
    if (content === 0) return { offer: nothing };
    const texts = await this.#store.texts(id);
    // Large files would be read here then, and hold up the end.
    this.#stop.signal.throwIfAborted();
    const { offer, unfinished } = await offerOf({
      source: id,
      ...texts,
      findings,
      annotationPrefix: this.#annotationPrefix,
      large: this.#large,
    });
    return unfinished
      ? { offer, again: nextAttempt(this.#clock(), before) }
      : { offer };
  }

  #publish(): void {
    this.#snapshots = this.#sources.map(source => {
      const { state, offer = nothing } = this.#held.get(source.id) ?? {};
      return {
        ...offer,
        view: sourceViewOf(source, state, offer),
        ...(state?.label && { revision: state.label }),
      };
    });
    this.#version += 1;
  }

  #inBackground(work: Promise<void>): void {
    work.catch(error => {
      // As soon as the database is back, the next look finds what was missed.
      if (this.#stop.signal.aborted) return;
      this.#logger.error('The marketplace could not use its database', error);
    });
  }
}
