import {
  installStateOf,
  nameOf,
  type InstallState,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  Platform,
  PlatformChange,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { ListingRow } from './ListingRows';

/** Rows that have no listing behind them have no state either. */
type States = ReadonlyMap<ListingRow, InstallState>;

interface Known {
  rows: readonly ListingRow[];
  wasRead: boolean;
  states: States;
}

/**
 * What each platform has of each listing: worked out anew for a platform whose
 * Promises changed, once somebody asks.
 *
 * @internal
 */
export class InstallStates {
  readonly #platforms: KratixPlatforms;
  readonly #known = new Map<string, Known>();
  #unsubscribe = () => {};

  constructor(options: { platforms: KratixPlatforms }) {
    this.#platforms = options.platforms;
  }

  start(): void {
    this.#unsubscribe = this.#platforms.subscribe(change => {
      if (speaksOfPromises(change)) this.#known.delete(change.platform);
    });
  }

  stop(): void {
    this.#unsubscribe();
    this.#known.clear();
  }

  /** By platform, in the order of config. */
  of(rows: readonly ListingRow[]): (row: ListingRow) => InstallState[] {
    const all = this.#platforms.list().map(one => this.#on(one, rows));
    return row =>
      all.flatMap(states => {
        const state = states.get(row);
        return state ? [state] : [];
      });
  }

  #on(platform: Platform, rows: readonly ListingRow[]): States {
    const wasRead = promisesWereRead(platform);
    const known = this.#known.get(platform.id);
    if (known?.rows === rows && known.wasRead === wasRead) return known.states;
    const states = this.#derive(platform, rows, wasRead);
    this.#known.set(platform.id, { rows, wasRead, states });
    return states;
  }

  #derive(
    platform: Platform,
    rows: readonly ListingRow[],
    wasRead: boolean,
  ): States {
    const { annotationPrefix } = this.#platforms.settings;
    const releases = platform.list('promisereleases');
    const promises = new Map<string, KubeObject>();
    for (const one of platform.list('promises')) promises.set(nameOf(one), one);
    const states = new Map<ListingRow, InstallState>();
    for (const row of rows) {
      if (!row.kept) continue;
      const { listing } = row.kept;
      const installed = promises.get(listing.name);
      const holdings = {
        platform: platform.id,
        ...(wasRead && { promises: installed ? [installed] : [] }),
        releases,
      };
      states.set(
        row,
        installStateOf(listing, row.view, holdings, annotationPrefix),
      );
    }
    return states;
  }
}

/** What was never read can't be known to be absent; what was, stays. */
function promisesWereRead(platform: Platform): boolean {
  return platform
    .facts()
    .kinds.some(
      ({ core, plural, syncedAt }) =>
        core && plural === 'promises' && syncedAt !== undefined,
    );
}

function speaksOfPromises({ affected, objects }: PlatformChange): boolean {
  return (
    affected.everything ||
    objects.some(({ kind }) => /\/promise(?:release)?s$/.test(kind))
  );
}
