import type {
  KubeMetadata,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { randomUUID } from 'node:crypto';
import { Admission } from './admission';
import { Definitions } from './definitionLifecycle';
import { Deletions } from './deletions';
import { History } from './history';
import { frozenCopy, sameValue } from './immutable';
import { Intake, type Write } from './intake';
import { apiVersionOf, groupOf, kindKey, versionOf } from './kindKey';
import { KindRegistry } from './kindRegistry';
import {
  alreadyExists,
  badRequest,
  forbidden,
  noSuchResource,
  notFound,
} from './kubeStatusError';
import { Listeners } from './listeners';
import { contentFields } from './metadata';
import { Owners } from './owners';
import { firstStatus, keptMetadata, newMetadata } from './ownMetadata';
import { patched } from './patched';
import {
  refuseNewFinalizers,
  requirePreconditions,
  requireUnchanged,
} from './preconditions';
import type {
  AdmissionHook,
  DeleteOptions,
  KindInfo,
  ListOptions,
  ObjectRef,
  PatchRequest,
  Store,
  StoreChange,
  StoreOptions,
  WriteOptions,
} from './types';

/** @internal */
export class MemoryStore implements Store {
  readonly registry = new KindRegistry();
  readonly owners = new Owners();
  readonly now: () => Date;
  readonly garbageDelayMs: number;
  readonly storageDelayMs: () => number;
  readonly #uid: () => string;
  readonly #schedule: (delayMs: number, task: () => void) => void;
  readonly #history: History;
  readonly #changes = new Listeners<StoreChange>();
  readonly #compactions = new Listeners<object>();
  readonly kindChanges = new Listeners<KindInfo>();
  readonly #admission = new Admission();
  readonly #deletions = new Deletions(this);
  readonly #definitions = new Definitions(this);
  readonly #intake = new Intake(
    this.registry,
    this.#definitions,
    this.#admission,
  );
  #resourceVersion: number;
  #closed = false;

  constructor({
    now = () => new Date(),
    uid = () => randomUUID(),
    schedule = (delayMs, task) => setTimeout(task, delayMs).unref(),
    garbageDelayMs = 20,
    storageDelayMs = () => 0,
    historyLength = 2000,
    firstResourceVersion = 1,
  }: StoreOptions = {}) {
    this.now = now;
    this.#uid = uid;
    this.#schedule = schedule;
    this.garbageDelayMs = garbageDelayMs;
    this.storageDelayMs = storageDelayMs;
    this.#history = new History(historyLength);
    this.#resourceVersion = firstResourceVersion;
    for (const name of ['default', 'kube-system']) {
      this.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
  }

  kinds = () => this.registry.kinds();
  kind = (group: string, name: string) => this.registry.find(group, name);
  resourceVersion = () => String(this.#resourceVersion);
  sorted = (kind: KindInfo) => this.registry.table(kind).sorted();
  onCompact = (listener: () => void) => this.#compactions.add(() => listener());
  onKindChange = (listener: (kind: KindInfo) => void) =>
    this.kindChanges.add(listener);
  onChange = (listener: (change: StoreChange) => void) =>
    this.#changes.add(listener);
  admission = (hook: AdmissionHook) => this.#admission.add(hook);
  changesSince = (kind: KindInfo, resourceVersion: number) =>
    this.#history.since(kindKey(kind), resourceVersion);

  compact() {
    this.#history.compact(this.#resourceVersion);
    this.#compactions.tell({});
  }

  restore() {
    this.#resourceVersion = 1;
    for (const kind of this.kinds()) {
      const table = this.registry.table(kind);
      for (const object of table.all()) {
        this.#resourceVersion += 1;
        const resourceVersion = String(this.#resourceVersion);
        const metadata = { ...object.metadata, resourceVersion };
        table.set(frozenCopy({ ...object, metadata }));
      }
    }
    this.compact();
  }

  close() {
    this.#closed = true;
  }

  /** Does something later, unless the store was closed by then. */
  later(delayMs: number, task: () => void) {
    if (delayMs === Infinity) return;
    this.#schedule(delayMs, () => {
      if (!this.#closed) task();
    });
  }

  /** The kind that the CRD of this name defines. */
  kindOfDefinitionNamed(name: string): KindInfo | undefined {
    const dot = name.indexOf('.');
    const kind = this.kind(name.slice(dot + 1), name.slice(0, dot));
    return kind?.builtIn ? undefined : kind;
  }

  get(group: string, plural: string, name: string, namespace?: string) {
    const kind = this.kind(group, plural);
    return kind && this.registry.table(kind).get(name, namespace);
  }

  list(group: string, plural: string, options: ListOptions = {}) {
    const kind = this.kind(group, plural);
    return kind ? this.registry.table(kind).list(options) : [];
  }

  create(given: KubeObject, options: WriteOptions = {}): KubeObject {
    const kind = this.#kindOf(given);
    const metadata = newMetadata(kind, given.metadata, {
      uid: this.#uid(),
      now: this.now(),
    });
    this.#definitions.requireLiving(kind, metadata.name);
    this.#requireNamespace(kind, metadata);
    const { status: _status, ...rest } = given;
    const object = this.#intake.admitted({
      kind,
      object: {
        ...(kind.hasStatus ? rest : given),
        ...firstStatus(kind),
        metadata,
      },
      given: given.metadata,
      options,
    });
    const { name, namespace } = metadata;
    if (this.registry.table(kind).get(name, namespace)) {
      throw alreadyExists(kind, name);
    }
    return this.#commit('ADDED', { kind, object, options });
  }

  update(given: KubeObject, options: WriteOptions = {}): KubeObject {
    const kind = this.#kindOf(given);
    const previous = this.#requireCurrent(kind, given);
    const { status: _status, ...rest } = given;
    const keptStatus =
      previous.status === undefined ? {} : { status: previous.status };
    return this.#replace({
      kind,
      previous,
      options,
      given: given.metadata,
      object: {
        ...(kind.hasStatus ? { ...rest, ...keptStatus } : given),
        metadata: keptMetadata(given.metadata, previous.metadata),
      },
    });
  }

  updateStatus(given: KubeObject, options: WriteOptions = {}): KubeObject {
    const kind = this.#kindOf(given);
    if (!kind.hasStatus) throw noSuchResource();
    const previous = this.#requireCurrent(kind, given);
    const { status: _status, ...rest } = previous;
    return this.#replace({
      kind,
      previous,
      options,
      subresource: 'status',
      object: {
        ...rest,
        // Spec and metadata are of the storage version already.
        ...(given.status === undefined ? {} : { status: given.status }),
      },
    });
  }

  patch(request: PatchRequest): KubeObject {
    const { group, plural, name, namespace, subresource } = request;
    const kind = this.kind(group, plural);
    const current = kind && this.registry.table(kind).get(name, namespace);
    if (!kind) throw noSuchResource();
    if (!current) throw notFound(kind, name);
    const { version = kind.version } = request;
    const apiVersion = apiVersionOf(group, version);
    const object = patched({ ...current, apiVersion }, request);
    const { metadata } = object;
    if (metadata?.name !== name || metadata.namespace !== namespace) {
      throw badRequest(
        `the name of the object (${metadata?.name}) does not match the name on the URL (${name})`,
      );
    }
    return subresource === 'status'
      ? this.updateStatus(object, request)
      : this.update(object, request);
  }

  delete(
    group: string,
    plural: string,
    name: string,
    namespace?: string,
    options: DeleteOptions = {},
  ): KubeObject | undefined {
    const kind = this.kind(group, plural);
    const object = kind && this.registry.table(kind).get(name, namespace);
    if (!kind || !object) return undefined;
    requirePreconditions(kind, object, options);
    this.#admission.review(
      {
        operation: 'DELETE',
        kind,
        previous: object,
        dryRun: options.dryRun ?? false,
        user: options.user,
      },
      options.onWarning,
    );
    return options.dryRun
      ? object
      : this.#deletions.begin(kind, object, options.propagation);
  }

  put(object: KubeObject): KubeObject {
    const kind = this.#kindOf(object);
    const { name, namespace } = object.metadata;
    const previous = this.registry.table(kind).get(name, namespace);
    return this.#commit(previous ? 'MODIFIED' : 'ADDED', {
      kind,
      object,
      previous,
      options: {},
    });
  }

  drop({ group, plural, name, namespace }: ObjectRef) {
    const kind = this.kind(group, plural);
    const object = kind && this.registry.table(kind).get(name, namespace);
    if (kind && object) this.remove(kind, object, object);
  }

  /** Writes what no hook is asked about and no schema applies to: metadata. */
  rewrite(kind: KindInfo, previous: KubeObject, object: KubeObject) {
    return this.#commit('MODIFIED', { kind, object, previous, options: {} });
  }

  remove(kind: KindInfo, previous: KubeObject, object: KubeObject) {
    return this.#commit('DELETED', { kind, object, previous, options: {} });
  }

  #kindOf({ apiVersion, kind: name = '' }: KubeObject): KindInfo {
    const kind = this.kind(groupOf(apiVersion), name);
    if (!kind?.versions.some(one => one.name === versionOf(apiVersion))) {
      throw noSuchResource();
    }
    return kind;
  }

  #requireCurrent(kind: KindInfo, { metadata }: KubeObject): KubeObject {
    const { name, namespace } = metadata;
    const current = this.registry.table(kind).get(name, namespace);
    if (!current) throw notFound(kind, name);
    requireUnchanged(kind, current, metadata);
    return current;
  }

  #requireNamespace(kind: KindInfo, { name, namespace }: KubeMetadata) {
    if (!kind.namespaced) return;
    const found = this.get('', 'namespaces', namespace ?? '');
    const namespaces = { group: '', plural: 'namespaces', kind: 'Namespace' };
    if (!found) throw notFound(namespaces, namespace ?? '');
    if (found.metadata.deletionTimestamp) {
      throw forbidden(
        kind,
        name,
        `unable to create new content in namespace ${namespace} because it is being terminated`,
      );
    }
  }

  #replace(write: Write & { previous: KubeObject }): KubeObject {
    const { kind, previous, options } = write;
    const admitted = this.#intake.admitted(write);
    refuseNewFinalizers(kind, admitted, previous);
    const changed = !sameValue(
      contentFields(kind, admitted),
      contentFields(kind, previous),
    );
    const { generation, resourceVersion } = previous.metadata;
    const object: KubeObject = {
      ...admitted,
      metadata: {
        ...admitted.metadata,
        resourceVersion,
        ...(kind.hasGeneration && {
          generation: (generation ?? 1) + (changed ? 1 : 0),
        }),
      },
    };
    const copy = frozenCopy(object);
    if (sameValue(copy, previous)) return previous;
    const { deletionTimestamp, finalizers = [] } = copy.metadata;
    if (deletionTimestamp && finalizers.length === 0 && !options.dryRun) {
      return this.#deletions.finish(kind, previous, copy);
    }
    return this.#commit('MODIFIED', { kind, object: copy, previous, options });
  }

  #commit(type: StoreChange['type'], write: Write): KubeObject {
    const { kind, previous, options } = write;
    if (options.dryRun) return frozenCopy(write.object);
    this.#resourceVersion += 1;
    const object = frozenCopy({
      ...write.object,
      metadata: {
        ...write.object.metadata,
        resourceVersion: String(this.#resourceVersion),
      },
    });
    const table = this.registry.table(kind);
    if (type === 'DELETED') table.remove(object);
    else table.set(object);
    this.owners.record(kind, type === 'DELETED' ? undefined : object, previous);
    const change: StoreChange = {
      type,
      kind,
      object,
      ...(previous && { previous }),
    };
    this.#history.add(kindKey(kind), change);
    this.#definitions.committed(change);
    this.#changes.tell(change);
    this.#definitions.told(change);
    this.#deletions.committed(change);
    return object;
  }
}
