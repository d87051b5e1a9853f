import type { DestinationRef } from '../../placements';
import {
  fill,
  type KratixCallOptions,
  type KratixHttp,
  queryString,
} from '../http';
import {
  type DestinationListQuery,
  type DestinationPage,
  destinationPaths,
} from './destinationRoutes';
import type { DestinationDetail } from './destinationViews';

/** What can be asked of Destinations. @public */
export interface DestinationsApi {
  listDestinations(
    query?: DestinationListQuery,
    options?: KratixCallOptions,
  ): Promise<DestinationPage>;
  getDestination(
    ref: DestinationRef,
    options?: KratixCallOptions,
  ): Promise<DestinationDetail>;
}

/** @internal */
export function destinationCalls(http: KratixHttp): DestinationsApi {
  return {
    listDestinations(query, options) {
      return http.json(
        destinationPaths.destinations + queryString(query),
        options,
      );
    },
    getDestination(ref, options) {
      return http.json(fill(destinationPaths.destination, { ...ref }), options);
    },
  };
}
