import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { badRequest, expired } from '../store';

interface Snapshot {
  objects: readonly KubeObject[];
  resourceVersion: string;
}

interface Token {
  id: number;
  from: number;
}

/** One page of a list. @internal */
export interface Page extends Snapshot {
  continue?: string;
  remaining?: number;
}

// As etcd keeps five minutes of history, we keep a number of lists.
const kept = 64;

const tooOld =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.';

/**
 * Lists in pages. All pages of one list are of the same moment: what was there
 * when its first page was taken.
 *
 * @internal
 */
export class Snapshots {
  readonly #snapshots = new Map<number, Snapshot>();
  #next = 1;

  first(snapshot: Snapshot, limit: number): Page {
    if (!limit || snapshot.objects.length <= limit) return snapshot;
    const id = this.#next;
    this.#next += 1;
    this.#snapshots.set(id, snapshot);
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > kept) this.#snapshots.delete(oldest);
    return this.#page(snapshot, { id, from: 0 }, limit);
  }

  /** @throws KubeStatusError 410 where the list is forgotten */
  further(token: string, limit: number): Page {
    const at = parseToken(token);
    const snapshot = this.#snapshots.get(at.id);
    if (!snapshot) throw expired(tooOld);
    return this.#page(snapshot, at, limit || snapshot.objects.length);
  }

  forget() {
    this.#snapshots.clear();
  }

  #page(snapshot: Snapshot, { id, from }: Token, limit: number): Page {
    const to = from + limit;
    const { objects, resourceVersion } = snapshot;
    const page = { objects: objects.slice(from, to), resourceVersion };
    if (to >= objects.length) return page;
    const token: Token = { id, from: to };
    return {
      ...page,
      continue: Buffer.from(JSON.stringify(token)).toString('base64url'),
      remaining: objects.length - to,
    };
  }
}

function parseToken(text: string): Token {
  try {
    const token: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString(),
    );
    if (typeof token === 'object' && token !== null) {
      const id: unknown = Reflect.get(token, 'id');
      const from: unknown = Reflect.get(token, 'from');
      if (typeof id === 'number' && typeof from === 'number') {
        return { id, from };
      }
    }
  } catch {
    // Not ours; answered below like any other token that says nothing.
  }
  throw badRequest('continue key is not valid');
}
