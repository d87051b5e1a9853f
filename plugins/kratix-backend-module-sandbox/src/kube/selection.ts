import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Store } from '../store';
import type { ResourceExchange } from './context';
import { parseFieldSelector } from './fieldSelector';
import { parseLabelSelector, type Predicate } from './labelSelector';

/** Which objects of a kind a list or watch is about. @internal */
export interface Selection {
  matches: Predicate;
  /** Whether selectors narrow it, and not only a namespace. */
  isSelective: boolean;
  objects(store: Store): readonly KubeObject[];
}

/** @throws KubeStatusError 400 @internal */
export function selectionOf({
  kind,
  call,
  resource: { namespace, name },
}: ResourceExchange): Selection {
  const labelText = call.query.get('labelSelector') ?? '';
  const fieldText = call.query.get('fieldSelector') ?? '';
  const labels = parseLabelSelector(labelText);
  const fields = parseFieldSelector(fieldText, kind);
  const matches: Predicate = object =>
    (namespace === undefined || object.metadata.namespace === namespace) &&
    (name === undefined || object.metadata.name === name) &&
    labels.matches(object) &&
    fields(object);
  const hasIndex = Object.keys(labels.equal).length > 0;
  const isSelective = Boolean(labelText || fieldText);
  return {
    matches,
    isSelective,
    objects(store) {
      if (!hasIndex) {
        const sorted = store.sorted(kind);
        return isSelective || namespace !== undefined
          ? sorted.filter(matches)
          : sorted;
      }
      return store
        .list(kind.group, kind.plural, { namespace, labels: labels.equal })
        .filter(matches)
        .sort(byPlace);
    },
  };
}

function byPlace({ metadata: a }: KubeObject, { metadata: b }: KubeObject) {
  const [one, other] = [a, b].map(
    ({ namespace = '', name }) => `${namespace}/${name}`,
  );
  return one < other ? -1 : Number(one > other);
}
