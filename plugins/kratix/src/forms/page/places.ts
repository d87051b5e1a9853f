import type {
  PlaceNamespace,
  RequestPlace,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** For whom and where to a request goes. @internal */
export interface Place {
  team: string;
  /** `-` for the whole cluster. */
  namespace: string;
}

/** The namespaces of a team that a person may request into. @internal */
export function openNamespaces(place?: RequestPlace): PlaceNamespace[] {
  return (place?.namespaces ?? []).filter(({ allowed }) => allowed);
}

/**
 * The place nearest to what is wanted: the wanted team where it may be chosen,
 * and of its namespaces the wanted one; otherwise the first that is open.
 *
 * @internal
 */
export function choosePlace(
  places: readonly RequestPlace[],
  wanted: Partial<Place> = {},
): Place | undefined {
  const open = places.filter(place => openNamespaces(place).length > 0);
  const place =
    open.find(({ owner }) => owner === wanted.team) ??
    open.find(one =>
      openNamespaces(one).some(({ name }) => name === wanted.namespace),
    ) ??
    open[0];
  if (!place) return undefined;
  const namespaces = openNamespaces(place);
  const namespace =
    namespaces.find(({ name }) => name === wanted.namespace) ?? namespaces[0];
  return { team: place.owner, namespace: namespace.name };
}
