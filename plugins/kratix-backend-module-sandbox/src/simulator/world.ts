import type {
  KubeMetadata,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ListOptions, Store } from '../store';
import { groupOf } from '../store';
import type { Clock } from './clock';
import { findCondition, withCondition, type NewCondition } from './conditions';
import { EventRecorder, type EventDetails } from './eventRecorder';
import {
  kratixGroup,
  type BindingObject,
  type DefinitionObject,
  type DestinationObject,
  type PromiseObject,
  type RequestObject,
  type RevisionObject,
  type WorkObject,
  type WorkflowStatus,
} from './kratixObjects';
import { label } from './labels';
import { createSuffixes, labelValue } from './names';
import type { Settings } from './options';

/** Where a kind of request is found. @internal */
export interface RequestKind {
  group: string;
  plural: string;
}

/**
 * Who Kratix is to the API server. Its webhooks let it do what they refuse
 * others.
 *
 * @internal
 */
export const kratixUser =
  'system:serviceaccount:kratix-platform-system:kratix-platform-controller-manager';

/**
 * What all controllers share: the store, the time, and ways to read and write
 * Kratix's objects.
 *
 * @internal
 */
export class World {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly suffix: () => string;
  readonly #events: EventRecorder;
  readonly #birth = new Map<string, number>();
  #births = 0;

  constructor(store: Store, clock: Clock, settings: Settings) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    this.suffix = createSuffixes(settings.seed);
    this.#events = new EventRecorder(store, clock);
  }

  /** RFC 3339 in whole seconds, as Kubernetes writes times. */
  timestamp(afterMs: number = 0): string {
    const time = new Date(this.clock.now().getTime() + afterMs);
    return `${time.toISOString().slice(0, 19)}Z`;
  }

  event(regarding: KubeObject, details: EventDetails) {
    this.#events.record(regarding, details);
  }

  /** Remembers the order in which objects came: their times are whole seconds. */
  born({ metadata }: KubeObject) {
    this.#births += 1;
    this.#birth.set(metadata.uid ?? '', this.#births);
  }

  gone({ metadata }: KubeObject) {
    this.#birth.delete(metadata.uid ?? '');
  }

  /** Newest first. */
  byAge<T extends KubeObject>(objects: T[]): T[] {
    const age = ({ metadata }: T) => this.#birth.get(metadata.uid ?? '') ?? 0;
    const time = ({ metadata }: T) => metadata.creationTimestamp ?? '';
    return [...objects].sort(
      (a, b) => age(b) - age(a) || (time(a) < time(b) ? 1 : -1),
    );
  }

  promise(name: string) {
    return this.store.get(kratixGroup, 'promises', name) as
      | PromiseObject
      | undefined;
  }

  promises() {
    return this.store.list(kratixGroup, 'promises') as PromiseObject[];
  }

  definitionOf({ spec }: PromiseObject) {
    const name = spec.api?.metadata?.name;
    if (!name) return undefined;
    return this.store.get(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
      name,
    ) as DefinitionObject | undefined;
  }

  requestKind({ spec }: PromiseObject): RequestKind | undefined {
    const api = spec.api as DefinitionObject | null | undefined;
    if (!api?.spec) return undefined;
    return { group: api.spec.group, plural: api.spec.names.plural };
  }

  requestsOf(promise: PromiseObject): RequestObject[] {
    const kind = this.requestKind(promise);
    if (!kind) return [];
    return this.store.list(kind.group, kind.plural) as RequestObject[];
  }

  request(promise: PromiseObject, name: string, namespace: string) {
    const kind = this.requestKind(promise);
    return (
      kind &&
      (this.store.get(kind.group, kind.plural, name, namespace) as
        | RequestObject
        | undefined)
    );
  }

  revisionsOf(promise: string): RevisionObject[] {
    return this.store.list(kratixGroup, 'promiserevisions', {
      labels: { [label.promiseName]: promise },
    }) as RevisionObject[];
  }

  latestRevision(promise: string): RevisionObject | undefined {
    const all = this.byAge(this.revisionsOf(promise));
    return all.find(one => one.status?.latest);
  }

  /** The revision of a version, `latest` included. */
  revision(promise: string, version: string): RevisionObject | undefined {
    if (version === 'latest') return this.latestRevision(promise);
    return this.revisionsOf(promise).find(one => one.spec.version === version);
  }

  bindingOf(
    promise: string,
    request: RequestObject,
  ): BindingObject | undefined {
    const { name, namespace } = request.metadata;
    const [binding] = this.store.list(kratixGroup, 'resourcebindings', {
      namespace,
      labels: {
        [label.promiseName]: promise,
        [label.resourceName]: labelValue(name),
      },
    });
    return binding as BindingObject | undefined;
  }

  works(options: ListOptions): WorkObject[] {
    return this.store.list(kratixGroup, 'works', options) as WorkObject[];
  }

  destinations(): DestinationObject[] {
    return this.store.list(kratixGroup, 'destinations') as DestinationObject[];
  }

  writeMetadata<T extends KubeObject>(
    object: T,
    change: Partial<KubeMetadata>,
  ): T {
    return this.store.update(
      { ...object, metadata: { ...object.metadata, ...change } },
      { user: kratixUser },
    ) as T;
  }

  /** Sets labels; `undefined` takes one away. */
  writeLabels<T extends KubeObject>(
    object: T,
    change: Record<string, string | undefined>,
  ): T {
    const labels = Object.entries({ ...object.metadata.labels, ...change });
    return this.writeMetadata(object, {
      labels: Object.fromEntries(
        labels.flatMap(([key, value]) =>
          value === undefined ? [] : [[key, value]],
        ),
      ),
    });
  }

  dropFinalizer<T extends KubeObject>(object: T, name: string): T {
    return this.writeMetadata(object, {
      finalizers: object.metadata.finalizers?.filter(one => one !== name),
    });
  }

  writeStatus<T extends KubeObject>(object: T, status: unknown): T {
    return this.store.updateStatus(
      { ...object, status },
      { user: kratixUser },
    ) as T;
  }

  /** Writes conditions and other fields of status, if anything differs. */
  writeConditions<T extends KubeObject & { status?: WorkflowStatus }>(
    object: T,
    conditions: NewCondition[],
    fields: Record<string, unknown> = {},
  ): T {
    const now = this.timestamp();
    const list = conditions.reduce(
      (known, one) => withCondition(known, one, now),
      object.status?.conditions ?? [],
    );
    return this.writeStatus(object, {
      ...object.status,
      ...fields,
      conditions: list,
    });
  }

  delete(object: KubeObject) {
    const { name, namespace } = object.metadata;
    this.store.delete(
      groupOf(object.apiVersion),
      object.kind ?? '',
      name,
      namespace,
      { user: kratixUser },
    );
  }

  /** The object as it is now, if it still is. */
  current<T extends KubeObject>(object: T): T | undefined {
    const { name, namespace, uid } = object.metadata;
    const now = this.store.get(
      groupOf(object.apiVersion),
      object.kind ?? '',
      name,
      namespace,
    );
    return now?.metadata.uid === uid ? (now as T) : undefined;
  }
}

/** @internal */
export const hasLabel = ({ metadata }: KubeObject, name: string) =>
  metadata.labels?.[name] === 'true';

/** @internal */
export const reasonOf = (
  object: { status?: WorkflowStatus },
  condition: string,
) => findCondition(object.status?.conditions, condition)?.reason;
