import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  DestinationRef,
  PromiseRef,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useMemo } from 'react';
import {
  destinationRouteRef,
  destinationsRouteRef,
  entityRouteRef,
  platformRouteRef,
  platformsRouteRef,
  promiseRouteRef,
  promisesRouteRef,
  requestRouteRef,
  requestsRouteRef,
  rootRouteRef,
  templateRouteRef,
} from '../routes';

/** Addresses of every page, wherever the app has mounted them. @internal */
export interface Links {
  home(): string;
  requests(query?: Record<string, string>): string;
  request(ref: RequestRef, section?: string): string;
  promises(): string;
  promise(ref: PromiseRef, section?: string): string;
  destinations(): string;
  destination(ref: DestinationRef): string;
  platforms(): string;
  platform(id: string): string;
  /** Absent where the app has no catalog. */
  entity(ref: string): string | undefined;
  /** Absent where the app has no scaffolder. */
  template(ref: string, formData: Record<string, string>): string | undefined;
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
  const home = useRouteRef(rootRouteRef);
  const requests = useRouteRef(requestsRouteRef);
  const request = useRouteRef(requestRouteRef);
  const promises = useRouteRef(promisesRouteRef);
  const promise = useRouteRef(promiseRouteRef);
  const destinations = useRouteRef(destinationsRouteRef);
  const destination = useRouteRef(destinationRouteRef);
  const platforms = useRouteRef(platformsRouteRef);
  const platform = useRouteRef(platformRouteRef);
  const entity = useRouteRef(entityRouteRef);
  const template = useRouteRef(templateRouteRef);
  return useMemo(
    () => ({
      home: () => home(),
      requests: query => withQuery(requests(), query),
      // Refs may be views, which hold more than the route's parameters.
      request: ({ platform: on, crd, namespace, name }, section) =>
        inSection(request({ platform: on, crd, namespace, name }), section),
      promises: () => promises(),
      promise: ({ platform: on, name }, section) =>
        inSection(promise({ platform: on, name }), section),
      destinations: () => destinations(),
      destination: ({ platform: on, name }) =>
        destination({ platform: on, name }),
      platforms: () => platforms(),
      platform: id => platform({ platform: id }),
      entity: ref => entity?.(parseEntityRef(ref)),
      template: (ref, formData) => {
        const { namespace, name } = parseEntityRef(ref);
        const path = template?.({ namespace, templateName: name });
        return path && withQuery(path, { formData: JSON.stringify(formData) });
      },
    }),
    [
      home,
      requests,
      request,
      promises,
      promise,
      destinations,
      destination,
      platforms,
      platform,
      entity,
      template,
    ],
  );
}
