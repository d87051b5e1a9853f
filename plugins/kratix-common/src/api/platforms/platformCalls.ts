import { fill, type KratixCallOptions, type KratixHttp } from '../http';
import { type PlatformList, platformPaths } from './platformRoutes';
import type { PlatformCheck, PlatformView } from './platformViews';

/** What can be asked of platforms. @public */
export interface PlatformsApi {
  listPlatforms(options?: KratixCallOptions): Promise<PlatformList>;
  getPlatform(id: string, options?: KratixCallOptions): Promise<PlatformView>;
  /** Has it tried again at once, and waits a few seconds for what comes of it. */
  checkPlatform(
    id: string,
    options?: KratixCallOptions,
  ): Promise<PlatformCheck>;
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
    checkPlatform(id, options) {
      const path = fill(platformPaths.platformCheck, { platform: id });
      return http.json(path, { ...options, method: 'POST' });
    },
  };
}
