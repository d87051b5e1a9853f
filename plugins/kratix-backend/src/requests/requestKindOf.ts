import { NotFoundError } from '@backstage/errors';
import type {
  Platform,
  RequestKind,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { Freshnesses } from '../platforms/Freshnesses';

/**
 * The kind that a Promise of the platform offers under this CRD.
 *
 * @throws NotFoundError (404), PlatformUnavailableError (503) where nobody can
 *   know
 * @internal
 */
export function requestKindOf(
  platform: Platform,
  crd: string,
  freshness: Pick<Freshnesses, 'mustKnow'>,
): RequestKind {
  const kind = platform.requestKinds().find(one => one.crd === crd);
  if (kind) return kind;
  freshness.mustKnow(platform, crd);
  throw new NotFoundError(
    `No Promise on platform '${platform.id}' offers '${crd}'`,
  );
}
