import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type TeamNamespaces,
  teamNamespaces,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixSettings } from '@kratix-portal/backstage-plugin-kratix-node';

/** How long an answer is good for. */
const maxAgeMs = 10_000;

/** How often Groups are waited for: a fresh catalog has none at first. */
const maxAttempts = 24;

/**
 * The Groups' namespaces as the catalog last said. While it can't be asked, the
 * last answer holds.
 *
 * @internal
 */
export class GroupNamespaces {
  readonly #catalog: Pick<CatalogService, 'getEntities'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #settings: KratixSettings;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  #teams: TeamNamespaces;
  #said = '[]';
  #readAt = -Infinity;
  #attempts = 0;
  #reading?: Promise<boolean>;

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntities'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    settings: KratixSettings;
    logger: LoggerService;
    now?: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#settings = options.settings;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
    this.#teams = teamNamespaces([], options.settings);
  }

  /** Entity ref of the Group that the namespace belongs to. */
  ownerOf(namespace: string): string | undefined {
    return this.#teams.ownerOf(namespace);
  }

  /** No Group has been seen so far, but that may be a matter of seconds. */
  wantsRetry(): boolean {
    return (
      this.#settings.namespaces.from !== 'fixed' &&
      this.#said === '[]' &&
      this.#attempts < maxAttempts
    );
  }

  /** Asks the catalog again, unless it just did. True: something changed. */
  async refresh(): Promise<boolean> {
    if (this.#settings.namespaces.from === 'fixed') return false;
    if (this.#now() - this.#readAt < maxAgeMs) return false;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<boolean> {
    this.#readAt = this.#now();
    this.#attempts += 1;
    try {
      const credentials = await this.#auth.getOwnServiceCredentials();
      const { items } = await this.#catalog.getEntities(
        {
          filter: { kind: 'Group' },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.annotations',
          ],
        },
        { credentials },
      );
      const said = JSON.stringify(items);
      if (said === this.#said) return false;
      this.#said = said;
      this.#teams = teamNamespaces(items, this.#settings);
      return true;
    } catch (error) {
      // At the start the catalog is often not there yet; it is asked again.
      const level = this.#said !== '[]' ? 'warn' : 'debug';
      this.#logger[level](
        'Groups could not be read, requests keep the owners they have',
        error instanceof Error ? error : undefined,
      );
      return false;
    }
  }
}
