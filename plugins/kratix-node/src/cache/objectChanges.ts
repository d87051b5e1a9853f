import {
  type KubeObject,
  sameMeaning,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { isEphemeral } from '../requests/requestTerms';
import type { ObjectChange } from '../types';
import type { KindTransition } from './platformStore';

/**
 * Gathers what happened to objects until it is taken: of a burst on one object
 * only its state before and after remains, and nothing where these mean the
 * same.
 *
 * @internal
 */
export class PendingChanges {
  readonly #pending = new Map<string, KindTransition>();

  get size(): number {
    return this.#pending.size;
  }

  /** Says whether anything came of it: noise adds nothing. */
  add(transition: KindTransition): boolean {
    const id = `${transition.kind}|${transition.key}`;
    const earlier = this.#pending.get(id);
    const news = !meansNothing(transition);
    if (earlier) {
      this.#pending.set(id, { ...transition, previous: earlier.previous });
    } else if (news) {
      this.#pending.set(id, transition);
    }
    return news;
  }

  /** All changes since the last call, oldest object first. */
  take(isRequest: (kind: string) => boolean): ObjectChange[] {
    const transitions = [...this.#pending.values()];
    this.#pending.clear();
    return transitions
      .filter(transition => !meansNothing(transition))
      .filter(({ kind, previous, next }) => {
        const object = next ?? previous;
        return !(object && isRequest(kind) && isEphemeral(object));
      })
      .flatMap(changesOf);
  }
}

function meansNothing({ previous, next }: KindTransition): boolean {
  if (!previous || !next) return previous === next;
  return previous.metadata.uid === next.metadata.uid
    ? sameMeaning(previous, next)
    : false;
}

function changesOf({ kind, previous, next }: KindTransition): ObjectChange[] {
  if (!next) return previous ? [gone(kind, previous)] : [];
  if (!previous) return [{ type: 'ADDED', object: next, kind }];
  // The same name, yet another object: one went and one came.
  if (previous.metadata.uid !== next.metadata.uid) {
    return [gone(kind, previous), { type: 'ADDED', object: next, kind }];
  }
  return [{ type: 'MODIFIED', object: next, previous, kind }];
}

function gone(kind: string, previous: KubeObject): ObjectChange {
  return { type: 'DELETED', object: previous, previous, kind };
}
