import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { KubeStatusError, type Store } from '../store';
import type { Clock } from './clock';

const microseconds = (time: Date) => time.toISOString().replace('Z', '000Z');

/** @internal */
export interface EventDetails {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** The controller that reports it. */
  reporter: string;
}

interface Series {
  name: string;
  namespace: string;
  count: number;
}

/**
 * Writes Events as Kratix does through events.k8s.io: `eventTime` is set,
 * repeats are counted in `series`, and those about cluster-scoped objects lie
 * in `default` (recordings, 72 and 73).
 *
 * @internal
 */
export class EventRecorder {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #series = new Map<string, Series>();
  #count = 0;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  record(regarding: KubeObject, details: EventDetails): void {
    const { uid = '', namespace = 'default' } = regarding.metadata;
    const key = [uid, details.reason, details.message].join('\n');
    const known = this.#series.get(key);
    try {
      if (known && this.#repeat(known)) return;
      this.#series.set(key, this.#create(regarding, namespace, details));
    } catch (error) {
      // Its namespace is going away; nobody will read it.
      if (!(error instanceof KubeStatusError)) throw error;
    }
  }

  #repeat(series: Series): boolean {
    const event = this.#store.get('', 'events', series.name, series.namespace);
    if (!event) return false;
    series.count += 1;
    this.#store.update({
      ...event,
      series: {
        count: series.count,
        lastObservedTime: microseconds(this.#clock.now()),
      },
    });
    return true;
  }

  #create(
    regarding: KubeObject,
    namespace: string,
    { type, reason, message, reporter }: EventDetails,
  ): Series {
    this.#count += 1;
    const now = this.#clock.now();
    const stamp = (BigInt(now.getTime()) * 1_000_000n).toString(16);
    const { name, uid, resourceVersion } = regarding.metadata;
    const event = this.#store.create({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: `${name}.${stamp}${this.#count.toString(16)}`,
        namespace,
      },
      involvedObject: {
        kind: regarding.kind,
        ...(regarding.metadata.namespace && { namespace }),
        name,
        uid,
        apiVersion: regarding.apiVersion,
        resourceVersion,
      },
      reason,
      message,
      source: {},
      firstTimestamp: null,
      lastTimestamp: null,
      type,
      eventTime: microseconds(now),
      action: reason,
      reportingComponent: reporter,
      reportingInstance: `${reporter}-sandbox`,
    });
    return { name: event.metadata.name, namespace, count: 1 };
  }
}
