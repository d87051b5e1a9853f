import { NotFoundError } from '@backstage/errors';
import type { KratixPlatforms, Platform } from '../types';

/**
 * How platforms are found and followed, whether they are watched or fake.
 *
 * @internal
 */
export function platformsById<P extends Platform>(
  platforms: P[],
): Pick<KratixPlatforms, 'subscribe'> & { list(): P[]; get(id: string): P } {
  return {
    list: () => platforms,
    get(id) {
      const platform = platforms.find(one => one.id === id);
      if (!platform) throw new NotFoundError(`No platform '${id}'`);
      return platform;
    },
    subscribe(listener) {
      const ends = platforms.map(platform => platform.subscribe(listener));
      return () => ends.forEach(end => end());
    },
  };
}
