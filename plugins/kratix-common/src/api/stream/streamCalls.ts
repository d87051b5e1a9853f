import { type KratixHttp, queryString } from '../http';
import { streamPaths, type StreamQuery } from './streamRoutes';

/** What can be asked of the live stream. @public */
export interface StreamApi {
  /** Where the stream for this query is, for a reader of server-sent events. */
  streamUrl(query: StreamQuery): Promise<string>;
}

/** @internal */
export function streamCalls(http: KratixHttp): StreamApi {
  return {
    streamUrl(query) {
      return http.urlOf(streamPaths.stream + queryString(query));
    },
  };
}
