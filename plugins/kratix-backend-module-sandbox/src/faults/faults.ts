import type {
  Fault,
  FaultEffect,
  FaultScope,
  OpenWatch,
  WatchDisturbance,
} from './types';

/** What a fault's scope is compared with. @internal */
export interface FaultCall {
  verb: string;
  path: string;
  resource?: { group: string; plural: string; namespace?: string };
  query: URLSearchParams;
}

function isIn(scope: FaultScope, call: FaultCall): boolean {
  const { verbs, group, resource, namespace, continued, path } = scope;
  return (
    (!verbs || verbs.includes(call.verb)) &&
    (group === undefined || call.resource?.group === group) &&
    (resource === undefined || call.resource?.plural === resource) &&
    (namespace === undefined || call.resource?.namespace === namespace) &&
    (continued === undefined || call.query.has('continue') === continued) &&
    (!path || path.test(call.path))
  );
}

/**
 * Makes the API misbehave on demand, and counts the calls it gets.
 *
 * @public
 */
export class Faults {
  readonly #faults = new Map<Fault, number>();
  readonly #hidden = new Set<string>();
  readonly #watches = new Set<OpenWatch>();
  readonly #counts = new Map<string, number>();

  /** @returns a function that takes it back */
  inject(fault: Fault): () => void {
    this.#faults.set(fault, fault.times ?? Infinity);
    return () => {
      this.#faults.delete(fault);
    };
  }

  /** Refuses a kind to everybody but in-process callers (403). */
  forbid(group: string, resource: string): () => void {
    const effect: FaultEffect = {
      type: 'status',
      code: 403,
      reason: 'Forbidden',
      message: `${resource} is forbidden`,
    };
    return this.inject({ effect, scope: { group, resource } });
  }

  /** As if the kind had no CRD: absent from discovery, 404 on its paths. */
  hide(group: string, resource: string): () => void {
    const key = `${group}/${resource}`;
    this.#hidden.add(key);
    return () => this.#hidden.delete(key);
  }

  /** Everything behaves again; open watches that were silenced stay so. */
  clear() {
    this.#faults.clear();
    this.#hidden.clear();
  }

  /** Does something to the watches that are open now; returns how many. */
  disturbWatches(
    how: WatchDisturbance,
    scope: Pick<FaultScope, 'group' | 'resource' | 'namespace'> = {},
  ): number {
    const matching = this.openWatches().filter(
      watch =>
        (scope.group === undefined || watch.group === scope.group) &&
        (scope.resource === undefined || watch.resource === scope.resource) &&
        (scope.namespace === undefined || watch.namespace === scope.namespace),
    );
    matching.forEach(watch => watch.disturb(how));
    return matching.length;
  }

  openWatches(): OpenWatch[] {
    return [...this.#watches];
  }

  /**
   * Calls since the start or the last reset, by verb and plural, as
   * `{ 'list promises': 1, 'get /version': 2 }`.
   */
  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  resetCounts() {
    this.#counts.clear();
  }

  /** @internal */
  isHidden(kind: { group: string; plural: string }): boolean {
    return this.#hidden.has(`${kind.group}/${kind.plural}`);
  }

  /** What befalls this call; uses the faults up. @internal */
  befall(call: FaultCall): FaultEffect[] {
    const key = `${call.verb} ${call.resource?.plural ?? call.path}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    const effects: FaultEffect[] = [];
    for (const [fault, left] of this.#faults) {
      if (left < 1 || !isIn(fault.scope ?? {}, call)) continue;
      this.#faults.set(fault, left - 1);
      effects.push(fault.effect);
    }
    return effects;
  }

  /** @internal */
  watchOpened(watch: OpenWatch): () => void {
    this.#watches.add(watch);
    return () => this.#watches.delete(watch);
  }
}
