import type {
  KubeObject,
  KubeOwnerReference,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { crdGroup, crdPlural } from './builtInKinds';
import { groupOf } from './kindKey';
import type { MemoryStore } from './memoryStore';
import { timestamp } from './metadata';
import type { Place } from './owners';
import type { DeleteOptions, KindInfo, StoreChange } from './types';

const foreground = 'foregroundDeletion';
const ofDefinition = 'customresourcecleanup.apiextensions.k8s.io';

const isNamespace = ({ group, kind }: KindInfo) =>
  group === '' && kind === 'Namespace';
const isDefinition = ({ group, plural }: KindInfo) =>
  group === crdGroup && plural === crdPlural;

/**
 * What follows when objects go: finalizers, the garbage collector, and the
 * contents of namespaces and of CRDs.
 *
 * @internal
 */
export class Deletions {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  begin(
    kind: KindInfo,
    object: KubeObject,
    propagation: DeleteOptions['propagation'] = 'Background',
  ): KubeObject {
    if (propagation === 'Orphan') this.#orphan(object);
    const added = this.#finalizersFor(kind, object, propagation);
    const finalizers = [...(object.metadata.finalizers ?? []), ...added];
    const holds = finalizers.length > 0 || isNamespace(kind);
    if (!holds) return this.finish(kind, object, object);
    if (object.metadata.deletionTimestamp && added.length === 0) return object;
    const marked = this.#store.rewrite(
      kind,
      object,
      this.#marked(kind, object, finalizers),
    );
    if (propagation === 'Foreground') this.#collectDependents(marked);
    if (isNamespace(kind)) this.#emptyNamespace(marked);
    if (isDefinition(kind)) this.#emptyDefinition(marked);
    return marked;
  }

  /** The object goes for good; `last` is how it looked without finalizers. */
  finish(kind: KindInfo, previous: KubeObject, last: KubeObject): KubeObject {
    return this.#store.remove(kind, previous, last);
  }

  /** The garbage collector's and the controllers' view of a change. */
  committed({ type, kind, object }: StoreChange) {
    const { uid = '', ownerReferences = [] } = object.metadata;
    if (type !== 'DELETED') {
      const hasAbsentOwner = ownerReferences.some(
        owner => !this.#store.owners.isLiving(owner.uid),
      );
      if (hasAbsentOwner) this.#reviewLater(placeOf(kind, object));
      return;
    }
    for (const dependent of this.#store.owners.dependentsOf(uid)) {
      this.#reviewLater(dependent);
    }
    for (const owner of ownerReferences) {
      this.#releaseOwner(owner, object.metadata.namespace);
    }
    this.#releaseContainers(kind, object);
  }

  #finalizersFor(
    kind: KindInfo,
    { metadata }: KubeObject,
    propagation: DeleteOptions['propagation'],
  ): string[] {
    const wanted = [
      ...(propagation === 'Foreground' ? [foreground] : []),
      ...(isDefinition(kind) ? [ofDefinition] : []),
    ];
    return wanted.filter(one => !metadata.finalizers?.includes(one));
  }

  #marked(
    kind: KindInfo,
    object: KubeObject,
    finalizers: string[],
  ): KubeObject {
    const { metadata } = object;
    const isNew = !metadata.deletionTimestamp;
    return {
      ...object,
      ...(isNamespace(kind) && { status: { phase: 'Terminating' } }),
      metadata: {
        ...metadata,
        ...(finalizers.length > 0 && { finalizers }),
        ...(isNew && {
          deletionTimestamp: timestamp(this.#store.now()),
          deletionGracePeriodSeconds: 0,
          ...(metadata.generation && { generation: metadata.generation + 1 }),
        }),
      },
    };
  }

  #reviewLater(place: Place) {
    this.#store.later(this.#store.garbageDelayMs, () => this.#review(place));
  }

  /** Deletes an object whose owners are all gone; else forgets those gone. */
  #review({ kind, name, namespace }: Place) {
    const { owners } = this.#store;
    const object = this.#store.get(kind.group, kind.plural, name, namespace);
    const references = object?.metadata.ownerReferences ?? [];
    if (!object || references.length === 0) return;
    const left = references.filter(owner => owners.isLiving(owner.uid));
    if (left.length === 0) {
      if (!object.metadata.deletionTimestamp) {
        this.#store.delete(kind.group, kind.plural, name, namespace);
      }
    } else if (left.length < references.length) {
      this.#store.rewrite(kind, object, withOwners(object, left));
    }
  }

  #orphan({ metadata: { uid = '' } }: KubeObject) {
    for (const { kind, name, namespace } of this.#dependentsOf(uid)) {
      const object = this.#store.get(kind.group, kind.plural, name, namespace);
      if (!object) continue;
      const left = object.metadata.ownerReferences?.filter(
        owner => owner.uid !== uid,
      );
      this.#store.rewrite(kind, object, withOwners(object, left ?? []));
    }
  }

  #dependentsOf(uid: string) {
    return this.#store.owners.dependentsOf(uid);
  }

  #collectDependents({ apiVersion = '', kind = '', metadata }: KubeObject) {
    const { uid = '', name, namespace } = metadata;
    this.#store.later(this.#store.garbageDelayMs, () => {
      for (const dependent of this.#dependentsOf(uid)) {
        const { group, plural } = dependent.kind;
        this.#store.delete(group, plural, dependent.name, dependent.namespace);
      }
      this.#releaseOwner({ apiVersion, kind, name, uid }, namespace);
    });
  }

  /** Foreground deletion ends when the last dependent that blocks it is gone. */
  #releaseOwner(reference: KubeOwnerReference, ofDependent?: string) {
    const { uid, name } = reference;
    const kind = this.#store.kind(
      groupOf(reference.apiVersion),
      reference.kind,
    );
    const owner =
      kind &&
      this.#store.get(
        kind.group,
        kind.plural,
        name,
        kind.namespaced ? ofDependent : undefined,
      );
    if (!kind || owner?.metadata.uid !== uid) return;
    if (!owner.metadata.finalizers?.includes(foreground)) return;
    const isBlocked = this.#dependentsOf(uid).some(dependent =>
      this.#store
        .get(
          dependent.kind.group,
          dependent.kind.plural,
          dependent.name,
          dependent.namespace,
        )
        ?.metadata.ownerReferences?.some(
          one => one.uid === uid && one.blockOwnerDeletion,
        ),
    );
    if (!isBlocked) this.#removeFinalizer(kind, owner, foreground);
  }

  #removeFinalizer(kind: KindInfo, object: KubeObject, finalizer: string) {
    const finalizers = object.metadata.finalizers?.filter(
      one => one !== finalizer,
    );
    const next = {
      ...object,
      metadata: {
        ...object.metadata,
        finalizers: finalizers?.length ? finalizers : undefined,
      },
    };
    if (finalizers?.length) this.#store.rewrite(kind, object, next);
    else this.finish(kind, object, next);
  }

  #emptyNamespace({ metadata: { name } }: KubeObject) {
    this.#store.later(this.#store.garbageDelayMs, () => {
      for (const kind of this.#store.kinds()) {
        if (!kind.namespaced) continue;
        for (const object of this.#store.list(kind.group, kind.plural, {
          namespace: name,
        })) {
          this.#store.delete(
            kind.group,
            kind.plural,
            object.metadata.name,
            name,
          );
        }
      }
      this.#releaseNamespace(name);
    });
  }

  #emptyDefinition(definition: KubeObject) {
    this.#store.later(this.#store.garbageDelayMs, () => {
      const kind = this.#store.kindOfDefinitionNamed(definition.metadata.name);
      if (kind) {
        for (const { metadata } of this.#store.list(kind.group, kind.plural)) {
          this.#store.delete(
            kind.group,
            kind.plural,
            metadata.name,
            metadata.namespace,
          );
        }
      }
      this.#releaseDefinition(definition.metadata.name, kind);
    });
  }

  #releaseContainers(kind: KindInfo, { metadata }: KubeObject) {
    if (metadata.namespace) this.#releaseNamespace(metadata.namespace);
    if (!kind.builtIn) {
      this.#releaseDefinition(`${kind.plural}.${kind.group}`, kind);
    }
  }

  #releaseNamespace(name: string) {
    const namespace = this.#store.get('', 'namespaces', name);
    const kind = this.#store.kind('', 'namespaces');
    if (!kind || !namespace?.metadata.deletionTimestamp) return;
    const isEmpty = this.#store
      .kinds()
      .every(
        one =>
          !one.namespaced ||
          this.#store.list(one.group, one.plural, { namespace: name })
            .length === 0,
      );
    const { finalizers = [] } = namespace.metadata;
    if (isEmpty && finalizers.length === 0) {
      this.finish(kind, namespace, namespace);
    }
  }

  #releaseDefinition(name: string, kind?: KindInfo) {
    const definition = this.#store.get(crdGroup, crdPlural, name);
    const definitions = this.#store.kind(crdGroup, crdPlural);
    if (!definitions || !definition?.metadata.deletionTimestamp) return;
    if (kind && this.#store.registry.table(kind).size > 0) return;
    this.#removeFinalizer(definitions, definition, ofDefinition);
  }
}

function placeOf(kind: KindInfo, { metadata }: KubeObject): Place {
  return { kind, name: metadata.name, namespace: metadata.namespace };
}

function withOwners(
  object: KubeObject,
  ownerReferences: KubeOwnerReference[],
): KubeObject {
  const { ownerReferences: _owners, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: {
      ...metadata,
      ...(ownerReferences.length > 0 && { ownerReferences }),
    },
  };
}
