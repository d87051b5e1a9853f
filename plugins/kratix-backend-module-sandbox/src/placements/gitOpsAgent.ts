import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { gunzipSync } from 'node:zlib';
import {
  KubeStatusError,
  groupOf,
  parseExactDocuments,
  type StoreChange,
} from '../store';
import {
  kratixGroup,
  type DestinationObject,
  type PlacementObject,
} from '../simulator/kratixObjects';
import { canonicalJson } from '../simulator/names';
import type { World } from '../simulator/world';
import { steering } from '../pipelines';

const sameObject = (a: KubeObject, b: KubeObject) =>
  a.apiVersion === b.apiVersion &&
  a.kind === b.kind &&
  a.metadata.name === b.metadata.name &&
  a.metadata.namespace === b.metadata.namespace;

interface Applied {
  object: KubeObject;
  text: string;
}

/**
 * Stands in for the GitOps agent of a Destination that is this very cluster:
 * of what is written there it applies the requests, and prunes them when the
 * files go. Other documents are nobody's business here.
 *
 * @internal
 */
export class GitOpsAgent {
  readonly #world: World;
  /** What came from a placement, by its uid. */
  readonly #applied = new Map<string, Applied[]>();

  constructor(world: World) {
    this.#world = world;
  }

  changed({ type, object }: StoreChange) {
    if (object.kind !== 'WorkPlacement') return;
    const placement = object as PlacementObject;
    const gone = type === 'DELETED';
    if (!gone && !this.#isMine(placement)) return;
    const { uid = '' } = placement.metadata;
    if (gone && !this.#applied.has(uid)) return;
    this.#world.clock.schedule(this.#world.settings.gitOpsMs, () =>
      this.#sync(uid, gone ? [] : documentsOf(placement)),
    );
  }

  #isMine({ spec }: PlacementObject): boolean {
    const destination = this.#world.store.get(
      kratixGroup,
      'destinations',
      spec.targetDestinationName,
    ) as DestinationObject | undefined;
    return destination?.metadata.annotations?.[steering.gitOps] === 'true';
  }

  #sync(uid: string, documents: KubeObject[]) {
    const before = this.#applied.get(uid) ?? [];
    const wanted = documents.filter(one => this.#isRequest(one));
    for (const { object } of before) {
      if (!wanted.some(one => sameObject(one, object))) {
        this.#world.delete(object);
      }
    }
    const applied = wanted.flatMap(one => {
      const text = canonicalJson(one);
      const known = before.find(({ object }) => sameObject(object, one));
      if (known?.text === text) return [known];
      return this.#apply(one) ? [{ object: one, text }] : [];
    });
    if (applied.length > 0) this.#applied.set(uid, applied);
    else this.#applied.delete(uid);
  }

  #isRequest({ apiVersion, kind = '' }: KubeObject): boolean {
    const found = this.#world.store.kind(groupOf(apiVersion), kind);
    return found !== undefined && !found.builtIn && found.group !== kratixGroup;
  }

  #apply(document: KubeObject): boolean {
    const { name, namespace } = document.metadata;
    const known = this.#world.store.get(
      groupOf(document.apiVersion),
      document.kind ?? '',
      name,
      namespace,
    );
    try {
      if (!known) {
        this.#world.store.create(document);
        return true;
      }
      const { labels, annotations } = document.metadata;
      this.#world.store.update({
        ...known,
        ...document,
        metadata: {
          ...known.metadata,
          labels: { ...known.metadata.labels, ...labels },
          annotations: { ...known.metadata.annotations, ...annotations },
        },
      });
      return true;
    } catch (error) {
      // As an agent would: a document that is refused holds up no other.
      if (!(error instanceof KubeStatusError)) throw error;
      this.#world.settings.onError('gitops agent', name, error);
      return false;
    }
  }
}

function documentsOf({ spec }: PlacementObject): KubeObject[] {
  return (spec.workloads ?? []).flatMap(({ content }) => {
    const text = gunzipSync(Buffer.from(content, 'base64')).toString();
    return (parseExactDocuments(text) as (KubeObject | null)[]).filter(
      (one): one is KubeObject => Boolean(one?.metadata?.name),
    );
  });
}
