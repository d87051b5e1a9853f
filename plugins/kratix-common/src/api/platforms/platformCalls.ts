import { fill, type KratixCallOptions, type KratixHttp } from '../http';
import { type PlatformList, platformPaths } from './platformRoutes';
import type { PlatformView } from './platformViews';

/** What can be asked of platforms. @public */
export interface PlatformsApi {
  listPlatforms(options?: KratixCallOptions): Promise<PlatformList>;
  getPlatform(id: string, options?: KratixCallOptions): Promise<PlatformView>;
}

/** @internal */
export function platformCalls(http: KratixHttp): PlatformsApi {
  return {
    listPlatforms(options) {
      return http.json(platformPaths.platforms, options);
    },
    getPlatform(id, options) {
      return http.json(fill(platformPaths.platform, { platform: id }), options);
    },
  };
}
