import { isDeepStrictEqual } from 'node:util';
import {
  describePlatform,
  epochMs,
  platformView,
  type PlatformView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import type { RowSource } from '../live/LiveIndex';

/** @internal */
export interface PlatformRow {
  id: string;
  /** Without counts: they depend on who asks. */
  view: PlatformView;
}

const nothingCounted = {
  counts: {},
  rights: { promises: false, destinations: false, requests: false },
};

/** One row per platform, keyed by its id. @internal */
export class PlatformSource implements RowSource<PlatformRow> {
  readonly title = 'state';

  keys(platform: Platform): Iterable<string> {
    return [platform.id];
  }

  derive(
    platform: Platform,
    id: string,
    _before: PlatformRow | undefined,
    now: number,
  ): { row: PlatformRow; recheckAt?: number } {
    const facts = platform.facts();
    const description = describePlatform(facts, { now });
    return {
      row: { id, view: platformView(facts, description, nothingCounted) },
      recheckAt: epochMs(description.recheckAt),
    };
  }

  same(a: PlatformRow, b: PlatformRow): boolean {
    return isDeepStrictEqual(identity(a), identity(b));
  }
}

/**
 * Contact and delay move all the time, and so do counts of objects; that rights
 * were asked about again is no news where they are the same.
 */
function identity({ view }: PlatformRow) {
  const { description, freshness, delayMs, kinds, rights, ...rest } = view;
  const { lastContact, recheckAt, ...state } = description;
  return {
    ...rest,
    state,
    rights: rights && { ...rights, askedAt: undefined },
    kinds: kinds.map(({ count, ...kind }) => kind),
  };
}
