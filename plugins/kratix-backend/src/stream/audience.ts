import type { z } from 'zod';
import type { streamQuerySchema } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Sight } from '../permissions/sightOf';

type Topic = NonNullable<z.output<typeof streamQuerySchema>['topic']>[number];

/** What somebody may be told of, by their permissions. @internal */
export interface StreamRights extends Sight {
  requests: boolean;
  platforms: boolean;
}

/** What somebody wants to be told, and may be. @internal */
export interface Audience {
  rights: StreamRights;
  topics: ReadonlySet<Topic>;
  /** Keys of single requests. */
  requests: ReadonlySet<string>;
  /** `platform/name` of single Promises, with the counts of their requests. */
  promises: ReadonlySet<string>;
}

const allTopics: Topic[] = [
  'requests',
  'promises',
  'destinations',
  'platforms',
];

/** Asked for nothing in particular: all of it. @internal */
export function audienceOf(
  query: z.output<typeof streamQuerySchema>,
  rights: StreamRights,
): Audience {
  const { topic, request = [], promise = [] } = query;
  const unasked = request.length === 0 && promise.length === 0;
  return {
    rights,
    topics: new Set(topic ?? (unasked ? allTopics : [])),
    requests: new Set(request),
    promises: new Set(promise),
  };
}

/**
 * Whether anything that was asked for may be told. Topics one may not see are
 * left out, so that a page for everybody can ask for all of them.
 *
 * @internal
 */
export function hearsAnything({
  rights,
  topics,
  requests,
  promises,
}: Audience): boolean {
  return (
    ((topics.has('requests') || requests.size > 0) && rights.requests) ||
    ((topics.has('promises') || promises.size > 0) && rights.promises) ||
    (topics.has('destinations') && rights.destinations) ||
    (topics.has('platforms') && rights.platforms)
  );
}

/** Whether what happens to requests is told, be it as counts alone. @internal */
export function hearsOfRequests(audience: Audience): boolean {
  const { topics, requests, promises } = audience;
  return topics.has('requests') || requests.size > 0 || promises.size > 0;
}
