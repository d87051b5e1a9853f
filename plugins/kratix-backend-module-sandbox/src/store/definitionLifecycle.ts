import type {
  KubeObject,
  KubeStatusCause,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { crdGroup, crdPlural } from './builtInKinds';
import {
  completeDefinition,
  definitionCauses,
  kindOfDefinition,
  namesOf,
  withStoredVersions,
} from './definitions';
import { sameValue } from './immutable';
import { forbidden } from './kubeStatusError';
import type { MemoryStore } from './memoryStore';
import { timestamp } from './metadata';
import type { KindInfo, StoreChange } from './types';

const isDefinition = ({ group, plural }: KindInfo) =>
  group === crdGroup && plural === crdPlural;

/**
 * CRDs: an object like any other on its way in, and a kind once it is there.
 *
 * @internal
 */
export class Definitions {
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  /** @throws KubeStatusError 403 while the kind's CRD is being deleted */
  requireLiving(kind: KindInfo, name: string) {
    if (kind.builtIn) return;
    const definition = this.#store.get(
      crdGroup,
      crdPlural,
      `${kind.plural}.${kind.group}`,
    );
    if (!definition?.metadata.deletionTimestamp) return;
    throw forbidden(
      kind,
      name,
      'create not allowed while custom resource definition is terminating',
    );
  }

  completed(kind: KindInfo, object: KubeObject): KubeObject {
    return isDefinition(kind) ? completeDefinition(object) : object;
  }

  causes(
    kind: KindInfo,
    object: KubeObject,
    previous?: KubeObject,
  ): KubeStatusCause[] {
    return isDefinition(kind) ? definitionCauses(object, previous) : [];
  }

  /** Keeps `status.storedVersions`, which is the server's to write. */
  admitted(
    kind: KindInfo,
    object: KubeObject,
    previous?: KubeObject,
    subresource?: 'status',
  ): KubeObject {
    if (!isDefinition(kind) || subresource) return object;
    const status = (previous?.status ?? {
      acceptedNames: { kind: '', plural: '' },
      conditions: [],
    }) as object;
    const storedVersions = withStoredVersions({ ...object, status });
    return { ...object, status: { ...status, storedVersions } };
  }

  /** Before anyone is told, so that listeners may use the new kind at once. */
  committed({ type, kind, object, previous }: StoreChange) {
    if (!isDefinition(kind)) return;
    const known = this.#store.kindOfDefinitionNamed(object.metadata.name);
    if (type === 'DELETED') {
      if (!known) return;
      this.#store.registry.remove(known);
      this.#store.kindChanges.tell(known);
      return;
    }
    if (this.#rivalOf(object)) return;
    if (known && sameValue(object.spec, previous?.spec)) return;
    const { now, storageDelayMs, registry, kindChanges } = this.#store;
    const servedFrom = known?.servedFrom ?? now().getTime() + storageDelayMs();
    const defined = kindOfDefinition(object, servedFrom);
    registry.register(defined);
    kindChanges.tell(defined);
  }

  /** Once all were told of a CRD, its conditions follow by a write of their own. */
  told({ type, kind, object }: StoreChange) {
    if (type === 'ADDED' && isDefinition(kind)) {
      this.#establish(object, this.#rivalOf(object));
    }
  }

  /** Another CRD of the same group that has the kind already. */
  #rivalOf(definition: KubeObject): KindInfo | undefined {
    const { kind = '' } = namesOf(definition);
    const { name } = definition.metadata;
    const group = name.slice(name.indexOf('.') + 1);
    const found = this.#store.kind(group, kind);
    return found && `${found.plural}.${found.group}` !== name
      ? found
      : undefined;
  }

  #establish(definition: KubeObject, rival?: KindInfo) {
    const lastTransitionTime = timestamp(this.#store.now());
    const status = definition.status as object;
    this.#store.updateStatus({
      ...definition,
      status: {
        ...status,
        ...(!rival && { acceptedNames: namesOf(definition) }),
        conditions: rival
          ? [
              {
                type: 'NamesAccepted',
                status: 'False',
                lastTransitionTime,
                reason: 'KindConflict',
                message: `${JSON.stringify(rival.kind)} is already in use`,
              },
              {
                type: 'Established',
                status: 'False',
                lastTransitionTime,
                reason: 'NotAccepted',
                message: 'not all names are accepted',
              },
            ]
          : [
              {
                type: 'NamesAccepted',
                status: 'True',
                lastTransitionTime,
                reason: 'NoConflicts',
                message: 'no conflicts found',
              },
              {
                type: 'Established',
                status: 'True',
                lastTransitionTime,
                reason: 'InitialNamesAccepted',
                message: 'the initial names have been accepted',
              },
            ],
      },
    });
  }
}
