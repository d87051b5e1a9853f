import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  DestinationRef,
  ListingRef,
  PromiseRef,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useMemo } from 'react';
import { kratixExternalRoutes, kratixRoutes } from '../routeTable';

/** Addresses of every page, wherever the app has mounted them. @internal */
export interface Links {
  home(): string;
  requests(query?: Record<string, string>): string;
  request(ref: RequestRef, section?: string): string;
  editRequest(ref: RequestRef): string;
  cloneRequest(ref: RequestRef): string;
  promises(): string;
  promise(ref: PromiseRef, section?: string): string;
  marketplace(query?: Record<string, string>): string;
  listing(ref: ListingRef, section?: string): string;
  install(ref: ListingRef, query?: { platform?: string }): string;
  newRequest(ref: PromiseRef, query?: Record<string, string>): string;
  destinations(): string;
  destination(ref: DestinationRef): string;
  platforms(): string;
  platform(id: string): string;
  /** Absent where the app has no catalog. */
  entity(ref: string): string | undefined;
}

function withQuery(path: string, query: Record<string, string> = {}): string {
  const text = new URLSearchParams(query).toString();
  return text ? `${path}?${text}` : path;
}

function inSection(path: string, section?: string): string {
  return section ? `${path}/${section}` : path;
}

/** @internal */
export function useLinks(): Links {
  const home = useRouteRef(kratixRoutes.root);
  const requests = useRouteRef(kratixRoutes.requests);
  const request = useRouteRef(kratixRoutes.request);
  const editRequest = useRouteRef(kratixRoutes.editRequest);
  const cloneRequest = useRouteRef(kratixRoutes.cloneRequest);
  const newRequest = useRouteRef(kratixRoutes.newRequest);
  const promises = useRouteRef(kratixRoutes.promises);
  const promise = useRouteRef(kratixRoutes.promise);
  const marketplace = useRouteRef(kratixRoutes.marketplace);
  const listing = useRouteRef(kratixRoutes.listing);
  const install = useRouteRef(kratixRoutes.installListing);
  const destinations = useRouteRef(kratixRoutes.destinations);
  const destination = useRouteRef(kratixRoutes.destination);
  const platforms = useRouteRef(kratixRoutes.platforms);
  const platform = useRouteRef(kratixRoutes.platform);
  const entity = useRouteRef(kratixExternalRoutes.entity);
  return useMemo(
    () => ({
      home: () => home(),
      requests: query => withQuery(requests(), query),
      // Refs may be views, which hold more than the route's parameters.
      request: ({ platform: on, crd, namespace, name }, section) =>
        inSection(request({ platform: on, crd, namespace, name }), section),
      editRequest: ({ platform: on, crd, namespace, name }) =>
        editRequest({ platform: on, crd, namespace, name }),
      cloneRequest: ({ platform: on, crd, namespace, name }) =>
        cloneRequest({ platform: on, crd, namespace, name }),
      newRequest: ({ platform: on, name }, query) =>
        withQuery(newRequest({ platform: on, name }), query),
      promises: () => promises(),
      promise: ({ platform: on, name }, section) =>
        inSection(promise({ platform: on, name }), section),
      marketplace: query => withQuery(marketplace(), query),
      listing: ({ source, entry }, section) =>
        inSection(listing({ source, entry }), section),
      install: ({ source, entry }, query) =>
        withQuery(install({ source, entry }), { ...query }),
      destinations: () => destinations(),
      destination: ({ platform: on, name }) =>
        destination({ platform: on, name }),
      platforms: () => platforms(),
      platform: id => platform({ platform: id }),
      entity: ref => entity?.(parseEntityRef(ref)),
    }),
    [
      home,
      requests,
      request,
      editRequest,
      cloneRequest,
      newRequest,
      promises,
      promise,
      marketplace,
      listing,
      install,
      destinations,
      destination,
      platforms,
      platform,
      entity,
    ],
  );
}

/**
 * The address of an entity alone. Lists show a name in each row, and looking up
 * all routes for each of them is felt.
 *
 * @internal
 */
export function useEntityLink(): Links['entity'] {
  const entity = useRouteRef(kratixExternalRoutes.entity);
  return ref => entity?.(parseEntityRef(ref));
}
