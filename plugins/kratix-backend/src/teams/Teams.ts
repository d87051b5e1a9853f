import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  teamNamespaces,
  textAt,
  type TeamNamespaces,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixSettings } from '@kratix-portal/backstage-plugin-kratix-node';

const longestWaitMs = 60_000;
const shortestWaitMs = 5_000;

/**
 * The catalog's Groups, read now and then: a request's owner may follow from
 * its namespace. While the catalog can't be read, what it said last holds.
 *
 * @internal
 */
export class Teams implements TeamNamespaces {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #settings: KratixSettings;
  #known: TeamNamespaces;
  #titles = new Map<string, string | undefined>();
  #said = '[]';
  #waitMs = shortestWaitMs;
  #reading?: Promise<void>;
  #timer?: NodeJS.Timeout;
  #stopped = false;
  readonly #listeners = new Set<() => void>();

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    settings: KratixSettings;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#settings = options.settings;
    this.#known = teamNamespaces([], options.settings);
  }

  ownerOf(namespace: string): string | undefined {
    return this.#known.ownerOf(namespace);
  }

  namespacesOf(owner: string): string[] {
    return this.#known.namespacesOf(owner);
  }

  /** Whether the catalog had this Group when it was read last. */
  knows(owner: string): boolean {
    return this.#titles.has(owner);
  }

  /** What people call the team. */
  titleOf(owner: string): string | undefined {
    return this.#titles.get(owner);
  }

  /** Called when owners may have changed. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  start(): void {
    if (this.#settings.namespaces.from === 'fixed') return;
    void this.refresh();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Reads the catalog now, for a team that may be new; never rejects. */
  async refresh(): Promise<void> {
    if (this.#settings.namespaces.from === 'fixed') return;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
  }

  async #read(): Promise<void> {
    try {
      const credentials = await this.#auth.getOwnServiceCredentials();
      const groups: Entity[] = [];
      const pages = this.#catalog.streamEntities(
        {
          filter: { kind: 'Group' },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'metadata.annotations',
            'spec.profile.displayName',
          ],
        },
        { credentials },
      );
      for await (const page of pages) groups.push(...page);
      if (this.#stopped) return;
      const isNews = this.#take(groups);
      // A catalog that has just started gets its Groups bit by bit, and until
      // then requests are nobody's: as long as more come it is asked soon.
      this.#waitMs =
        isNews || groups.length === 0
          ? shortestWaitMs
          : Math.min(2 * this.#waitMs, longestWaitMs);
    } catch (error) {
      if (this.#stopped) return;
      this.#waitMs = shortestWaitMs;
      this.#logger.warn(
        'The Groups of the catalog could not be read; owners stay as they are',
        error instanceof Error ? error : undefined,
      );
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), this.#waitMs);
    this.#timer.unref();
  }

  /** @returns whether they are others than before */
  #take(groups: Entity[]): boolean {
    const said = JSON.stringify(groups);
    if (said === this.#said) return false;
    this.#said = said;
    this.#known = teamNamespaces(groups, this.#settings);
    this.#titles = new Map(
      groups.map(group => [stringifyEntityRef(group), titleOf(group)]),
    );
    for (const listener of this.#listeners) listener();
    return true;
  }
}

function titleOf({ metadata, spec }: Entity): string | undefined {
  const name = textAt(spec, 'profile', 'displayName');
  return name ?? metadata.title;
}
