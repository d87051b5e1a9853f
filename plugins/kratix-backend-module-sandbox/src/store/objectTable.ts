import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ListOptions } from './types';

type Objects = Map<string, KubeObject>;

/**
 * The objects of one kind, by namespace and name. An index by a label comes
 * to be when that label is first asked for, so that a controller can look up
 * a request's Works among half a million without a scan.
 *
 * @internal
 */
export class ObjectTable {
  readonly #namespaces = new Map<string, Objects>();
  readonly #byLabel = new Map<string, Map<string, Set<KubeObject>>>();
  #sorted: readonly KubeObject[] | undefined;
  #size = 0;

  get size() {
    return this.#size;
  }

  get(name: string, namespace = ''): KubeObject | undefined {
    return this.#namespaces.get(namespace)?.get(name);
  }

  set(object: KubeObject) {
    const { name, namespace = '' } = object.metadata;
    let objects = this.#namespaces.get(namespace);
    if (!objects) {
      objects = new Map();
      this.#namespaces.set(namespace, objects);
    }
    const previous = objects.get(name);
    objects.set(name, object);
    if (previous) this.#unindex(previous);
    else this.#size += 1;
    this.#index(object);
    this.#sorted = undefined;
  }

  remove({ metadata: { name, namespace = '' } }: KubeObject) {
    const objects = this.#namespaces.get(namespace);
    const object = objects?.get(name);
    if (!objects || !object) return;
    objects.delete(name);
    if (objects.size === 0) this.#namespaces.delete(namespace);
    this.#unindex(object);
    this.#sorted = undefined;
    this.#size -= 1;
  }

  all(): KubeObject[] {
    return [...this.#namespaces.values()].flatMap(one => [...one.values()]);
  }

  /** By namespace, then name, as an API server lists; kept until a write. */
  sorted(): readonly KubeObject[] {
    this.#sorted ??= [...this.#namespaces.keys()].sort().flatMap(namespace => {
      const objects = this.#namespaces.get(namespace) ?? new Map();
      return [...objects.keys()].sort().map(name => objects.get(name));
    });
    return this.#sorted;
  }

  list({ namespace, labels = {} }: ListOptions): KubeObject[] {
    const wanted = Object.entries(labels);
    const isWanted = (object: KubeObject) =>
      (namespace === undefined || object.metadata.namespace === namespace) &&
      wanted.every(([key, value]) => object.metadata.labels?.[key] === value);
    if (wanted.length === 0) {
      return namespace === undefined
        ? this.all()
        : [...(this.#namespaces.get(namespace)?.values() ?? [])];
    }
    const sets = wanted.map(([key, value]) => this.#indexOf(key).get(value));
    const smallest = sets.reduce((least, set) =>
      (set?.size ?? 0) < (least?.size ?? 0) ? set : least,
    );
    return [...(smallest ?? [])].filter(isWanted);
  }

  #indexOf(key: string) {
    let index = this.#byLabel.get(key);
    if (!index) {
      index = new Map();
      this.#byLabel.set(key, index);
      for (const object of this.all()) addTo(index, key, object);
    }
    return index;
  }

  #index(object: KubeObject) {
    for (const [key, index] of this.#byLabel) addTo(index, key, object);
  }

  #unindex(object: KubeObject) {
    for (const [key, index] of this.#byLabel) {
      const value = object.metadata.labels?.[key];
      if (value === undefined) continue;
      const set = index.get(value);
      set?.delete(object);
      if (set?.size === 0) index.delete(value);
    }
  }
}

function addTo(
  index: Map<string, Set<KubeObject>>,
  key: string,
  object: KubeObject,
) {
  const value = object.metadata.labels?.[key];
  if (value === undefined) return;
  const set = index.get(value);
  if (set) set.add(object);
  else index.set(value, new Set([object]));
}
