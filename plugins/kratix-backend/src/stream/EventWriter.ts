import type {
  RequestView,
  StreamEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixPlatforms } from '@kratix-portal/backstage-plugin-kratix-node';
import type { KratixLive } from '../live/KratixLive';
import type { RequestVisibility } from '../permissions/RequestAccess';
import type { PlatformService } from '../platforms/PlatformService';
import type { PromiseService } from '../promises/PromiseService';
import type { RequestRow } from '../requests/RequestRow';
import { speaksOfParts, withSeenParts } from '../requests/seenParts';
import type { Audience } from './audience';
import type { StreamChange } from './StreamChange';

type ChangeOf<Kind extends StreamChange['kind']> = Extract<
  StreamChange,
  { kind: Kind }
>;

type ChangeWord = 'added' | 'updated' | 'removed';

/**
 * Says a change in the words of the contract, as far as somebody may hear it.
 * Texts are written once for all who get the same.
 *
 * @internal
 */
export class EventWriter {
  readonly #promises: Pick<PromiseService, 'viewOf'>;
  readonly #platformViews: Pick<PlatformService, 'viewOf'>;
  readonly #platforms: KratixPlatforms;
  readonly #live: Pick<KratixLive, 'requests'>;
  readonly #texts = new WeakMap<StreamChange, Map<string, string>>();

  constructor(options: {
    promises: Pick<PromiseService, 'viewOf'>;
    platformViews: Pick<PlatformService, 'viewOf'>;
    platforms: KratixPlatforms;
    live: Pick<KratixLive, 'requests'>;
  }) {
    this.#promises = options.promises;
    this.#platformViews = options.platformViews;
    this.#platforms = options.platforms;
    this.#live = options.live;
  }

  /** JSON of the event; `undefined` where this is nothing to this audience. */
  textFor(change: StreamChange, audience: Audience): string | undefined {
    switch (change.kind) {
      case 'request':
        return this.#request(change, audience);
      case 'promise':
        return this.#promise(change, audience);
      case 'destination':
        return this.#destination(change, audience);
      case 'platform':
        return this.#platform(change, audience);
      default:
        return change satisfies never;
    }
  }

  #request(
    change: ChangeOf<'request'>,
    { rights, topics, requests }: Audience,
  ): string | undefined {
    if (!rights.requests) return undefined;
    const { before, after } = change;
    const key = (after ?? before)?.key ?? '';
    if (!topics.has('requests') && !requests.has(key)) return undefined;
    // One that goes out of sight is gone for this person, and the reverse.
    const seen = (row: RequestRow | undefined) =>
      row && rights.visibility.sees(row) ? row : undefined;
    const word = wordFor(seen(before), seen(after));
    const row = after ?? before;
    if (!word || !row) return undefined;
    const { visibility } = rights;
    // The same for all, unless it speaks of requests that some may not see.
    const variant = speaksOfParts(row.view) ? visibility.key : '';
    return this.#once(change, `${word} ${variant}`, () => ({
      type: 'request',
      change: word,
      ref: row.ref,
      ...(word !== 'removed' && { view: this.#seen(row.view, visibility) }),
    }));
  }

  #promise(
    change: ChangeOf<'promise'>,
    { rights, topics, promises }: Audience,
  ): string | undefined {
    if (!rights.promises) return undefined;
    const { platform, name, before, after, release = false } = change;
    const own = before !== after || release;
    const single = promises.has(`${platform}/${name}`);
    const counts =
      single && change.requests.some(row => rights.visibility.sees(row));
    if (!counts && !(own && (single || topics.has('promises')))) {
      return undefined;
    }
    // Of a release without Promise there is nothing to show yet.
    const word = wordFor(before, after) ?? (release ? 'updated' : undefined);
    if (!word) return undefined;
    const { visibility } = rights;
    return this.#once(change, `${word} ${visibility.key}`, () => ({
      type: 'promise',
      change: word,
      ref: { platform, name },
      ...(after && { view: this.#promises.viewOf(after, visibility) }),
    }));
  }

  #destination(
    change: ChangeOf<'destination'>,
    { rights, topics }: Audience,
  ): string | undefined {
    if (!rights.destinations || !topics.has('destinations')) return undefined;
    const { platform, name, before, after } = change;
    const word = wordFor(before, after);
    if (!word) return undefined;
    return this.#once(change, word, () => ({
      type: 'destination',
      change: word,
      ref: { platform, name },
    }));
  }

  #platform(
    change: ChangeOf<'platform'>,
    { rights, topics }: Audience,
  ): string | undefined {
    if (!rights.platforms || !topics.has('platforms')) return undefined;
    const platform = this.#platforms.get(change.id);
    const { promises, destinations, visibility } = rights;
    // By what is counted in it.
    const variant = `${promises} ${destinations} ${visibility.key}`;
    return this.#once(change, variant, () => ({
      type: 'platform',
      view: this.#platformViews.viewOf(platform, rights),
    }));
  }

  #seen(view: RequestView, visibility: RequestVisibility): RequestView {
    const platforms = this.#platforms;
    return withSeenParts(view, { live: this.#live, platforms, visibility });
  }

  #once(
    change: StreamChange,
    variant: string,
    event: () => StreamEvent,
  ): string {
    let texts = this.#texts.get(change);
    if (!texts) this.#texts.set(change, (texts = new Map()));
    let text = texts.get(variant);
    if (text === undefined) {
      text = JSON.stringify(event());
      texts.set(variant, text);
    }
    return text;
  }
}

function wordFor(before: unknown, after: unknown): ChangeWord | undefined {
  if (before !== undefined) return after === undefined ? 'removed' : 'updated';
  return after === undefined ? undefined : 'added';
}
