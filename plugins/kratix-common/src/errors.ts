import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { KubeStatus, KubeStatusCause } from './kube';

/**
 * A platform does not answer, or not usefully. Answered with 503.
 *
 * @public
 */
export class PlatformUnavailableError extends CustomErrorBase {
  name = 'PlatformUnavailableError' as const;
  // Read by Backstage's error middleware.
  readonly statusCode = 503;

  constructor(readonly platform: string) {
    super(`Platform '${platform}' cannot be reached`);
  }
}

/**
 * The API server refused the person's input. `causes` keep its field paths.
 *
 * @public
 */
export class RefusedInputError extends InputError {
  constructor(message: string, readonly causes: KubeStatusCause[]) {
    super(message);
  }
}

/**
 * Kubernetes' vocabulary of refusals into ours; the one place that knows both.
 * A webhook refuses with 403 and says so in its text: that is about the input,
 * not about rights (recording 20).
 *
 * @public
 */
export function errorFromKube(platform: string, status: KubeStatus): Error {
  const { code, message } = status;
  const on = `on platform '${platform}'`;
  const causes = (status.details?.causes ?? []).filter(
    cause => cause.field !== '<nil>',
  );
  if (/admission webhook .* denied the request/.test(message)) {
    return new RefusedInputError(message, causes);
  }
  if (code === 403) return new NotAllowedError(`Not allowed ${on}`);
  if (code === 404) return new NotFoundError(`Not found ${on}`);
  if (code === 409) return new ConflictError(`Changed meanwhile ${on}`);
  // The server's own words only where they speak of the person's input.
  if (code === 400 || code === 422)
    return new RefusedInputError(message, causes);
  // 401 too: our credential failed, and a 401 would sign the person out.
  return new PlatformUnavailableError(platform);
}
