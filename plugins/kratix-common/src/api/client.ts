import { KratixHttp, type KratixClientOptions } from './http';
import { installCalls, type InstallsApi } from './installs/installCalls';
import {
  marketplaceCalls,
  type MarketplaceApi,
} from './marketplace/marketplaceCalls';
import {
  destinationCalls,
  type DestinationsApi,
} from './placements/destinationCalls';
import { platformCalls, type PlatformsApi } from './platforms/platformCalls';
import { promiseCalls, type PromisesApi } from './promises/promiseCalls';
import { requestCalls, type RequestsApi } from './requests/requestCalls';
import { streamCalls, type StreamApi } from './stream/streamCalls';

/**
 * The REST API of the Kratix backend. Whole numbers beyond 2^53 are `bigint`s in
 * objects and schemas, both ways. Every method throws `ResponseError`
 * where the backend refuses; its body holds the sentence to show, and for
 * refused input the fields it speaks of.
 *
 * @public
 */
export interface KratixApi
  extends PlatformsApi,
    PromisesApi,
    MarketplaceApi,
    InstallsApi,
    RequestsApi,
    DestinationsApi,
    StreamApi {}

/** @public */
export interface KratixClient extends KratixApi {}

/**
 * `KratixApi` over fetch, for browsers and backends. Its methods are set on
 * each instance: a subclass can add others, not override these.
 *
 * @public
 */
export class KratixClient {
  constructor(options: KratixClientOptions) {
    const http = new KratixHttp(options);
    const calls: KratixApi = {
      ...platformCalls(http),
      ...promiseCalls(http),
      ...marketplaceCalls(http),
      ...installCalls(http),
      ...requestCalls(http),
      ...destinationCalls(http),
      ...streamCalls(http),
    };
    Object.assign(this, calls);
  }
}
