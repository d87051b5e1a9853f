import {
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { platformsById } from '../platforms/platformsById';
import { kratixPlatformsServiceRef } from '../platforms/platformsService';
import type { KratixPlatforms, KratixSettings } from '../types';
import {
  fakePlatform,
  type FakePlatform,
  type FakePlatformOptions,
} from './fakePlatform';

/** @public */
export interface FakePlatforms extends KratixPlatforms {
  list(): FakePlatform[];
  get(id: string): FakePlatform;
}

/**
 * The service in memory: `fakePlatforms({ platforms: [{ id: 'eu', objects }] })`.
 * Objects are plain; see {@link fakePlatform} for what can be done to them.
 *
 * @public
 */
export function fakePlatforms(
  options: {
    platforms?: (FakePlatformOptions | FakePlatform)[];
    settings?: Partial<KratixSettings>;
  } = {},
): FakePlatforms {
  const platforms = (options.platforms ?? [{}]).map(one =>
    'writes' in one ? one : fakePlatform(one),
  );
  return {
    settings: {
      annotationPrefix: 'kratix-portal.io/',
      namespaces: { from: 'name' },
      ...options.settings,
    },
    ...platformsById(platforms),
  };
}

/**
 * In the manner of `mockServices`: `kratixPlatformsMock.factory(fake)` goes into
 * `startTestBackend`.
 *
 * @public
 */
export const kratixPlatformsMock: {
  factory(platforms?: KratixPlatforms): ServiceFactory<KratixPlatforms, 'root'>;
} = {
  factory: (platforms = fakePlatforms()) =>
    createServiceFactory({
      service: kratixPlatformsServiceRef,
      deps: {},
      factory: () => platforms,
    }),
};
