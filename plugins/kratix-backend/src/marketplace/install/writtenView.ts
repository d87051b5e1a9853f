import {
  installationView,
  type Freshness,
  type InstallationView,
  type PromiseFacts,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Installed } from './InstallService';

/**
 * How far an install or upgrade is at the very moment it was written, before
 * the cache has heard of it.
 *
 * @internal
 */
export function writtenView(
  { subject, object }: Installed,
  options: { freshness: Freshness; annotationPrefix: string; now: number },
): InstallationView {
  const { kept, platform, method, release } = subject;
  const { name } = kept.listing;
  const { now, ...rest } = options;
  const cached = platform.promiseFacts(name);
  const facts: PromiseFacts = {
    promises: platform.list('promises'),
    requiredRevisions: platform.list('promiserevisions'),
    destinations: platform.list('destinations'),
    ...cached,
    promise: object,
  };
  const byRelease = method === 'release';
  return installationView(
    {
      platform: platform.id,
      name,
      facts: byRelease ? cached : facts,
      release: byRelease ? object : release,
      ...rest,
    },
    { now },
  );
}
