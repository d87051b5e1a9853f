import type { PreflightReport } from '../../api';
import { isPublicAddress } from './publicAddress';
import type { Fetching } from './types';

/**
 * How a Promise may come to a platform, and why not otherwise. A release that
 * nobody could try stays possible: Kratix may well fetch it.
 *
 * @public
 */
export function methodsOf(options: {
  version?: string;
  publicUrl?: string;
  edited: boolean;
  fetching: Fetching;
}): PreflightReport['methods'] {
  const reason = whyNoRelease(options);
  return [
    { method: 'promise', possible: true },
    {
      method: 'release',
      possible: reason === undefined,
      ...(reason && { reason }),
    },
  ];
}

/**
 * Whether a release may bring a listing as it is, before anybody tries.
 *
 * @internal
 */
export function mayBeReleased({
  version,
  publicUrl,
}: {
  version?: string;
  publicUrl?: string;
}): boolean {
  const isPublic = publicUrl !== undefined && isPublicAddress(publicUrl);
  const fetching: Fetching = { state: isPublic ? 'unknown' : 'not-public' };
  return !whyNoRelease({ version, publicUrl, edited: false, fetching });
}

function whyNoRelease({
  version,
  publicUrl,
  edited,
  fetching,
}: Parameters<typeof methodsOf>[0]): string | undefined {
  if (!version) return 'no-version';
  if (!publicUrl) return 'no-url';
  if (edited) return 'edited';
  if (fetching.state === 'forbidden') return 'policy';
  if (fetching.state === 'not-public') return 'not-public';
  return fetching.state === 'refused' ? 'not-fetchable' : undefined;
}
