import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { z } from 'zod';
import {
  isSecretKey,
  quotable,
  redacted,
  type KubeStatus,
  type KubeStatusCause,
} from './kube';

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

/** What the rules of a platform refused, as far as it says. @public */
export const platformRefusalSchema = z.object({
  platform: z.string(),
  verb: z.string().optional(),
  resource: z.string().optional(),
  /** Absent for what is in none. */
  namespace: z.string().optional(),
});

/** @public */
export type PlatformRefusal = z.infer<typeof platformRefusalSchema>;

/**
 * The platform's own rules refuse it, whatever the portal's say: no permission
 * of the portal is missing. To callers it is a `NotAllowedError`.
 *
 * @public
 */
export class PlatformRefusedError extends NotAllowedError {
  constructor(readonly refused: PlatformRefusal) {
    const { platform, verb, resource, namespace } = refused;
    const place = namespace ? ` in ${namespace}` : '';
    const what = verb && resource && `: ${verb} on ${resource}${place}`;
    super(`Not allowed on platform '${platform}'${what ?? ''}`);
  }
}

/** The authorizer's words; the person's name in them is not repeated. */
const refusedVerb =
  /" cannot ([a-z*]{1,40}) resource "([^"]{1,253})"(?: in API group "[^"]{0,253}")?(?: in the namespace "([^"]{1,63})")?/;

function refusalOf(platform: string, message: string): PlatformRefusal {
  const [, verb, resource, namespace] = message.match(refusedVerb) ?? [];
  return {
    platform,
    ...(verb && { verb, resource }),
    ...(namespace && { namespace }),
  };
}

/**
 * Kubernetes' vocabulary of refusals into ours; the one place that knows both.
 * A webhook refuses with 403 and says so in its text: that is about the input,
 * not about rights (recording 20).
 *
 * @public
 */
export function errorFromKube(platform: string, status: KubeStatus): Error {
  const { code } = status;
  const on = `on platform '${platform}'`;
  const { message, causes } = refusalIn(status);
  // The name is that of a DNS subdomain, so no more is looked through.
  if (/admission webhook .{1,300}? denied the request/.test(message)) {
    return new RefusedInputError(message, causes);
  }
  if (code === 403) {
    return new PlatformRefusedError(refusalOf(platform, message));
  }
  if (code === 404) return new NotFoundError(`Not found ${on}`);
  if (code === 409) return new ConflictError(`Changed meanwhile ${on}`);
  // The server's own words only where they speak of the person's input.
  if (code === 400 || code === 422)
    return new RefusedInputError(message, causes);
  // 401 too: our credential failed, and a 401 would sign the person out.
  return new PlatformUnavailableError(platform);
}

/** Of causes; the whole object may be refused for its other fields, too. */
const refusedValue = /\bvalue: (?:"(?:[^"\\]|\\.)*"|[^":\s]+)/g;

/**
 * What the server refused and why. It quotes values, of an edited object also
 * those that the person never saw.
 */
function refusalIn({ message, details }: KubeStatus): {
  message: string;
  causes: KubeStatusCause[];
} {
  let words = message;
  const causes = (details?.causes ?? [])
    .filter(({ field }) => field !== '<nil>')
    .map(cause => {
      const { field, message: why } = cause;
      if (!why) return cause;
      const isSecret = field?.split(/[.[\]]+/).some(isSecretKey);
      const masked = isSecret
        ? why.replace(refusedValue, `value: "${redacted}"`)
        : why;
      // With its field, as the same words may be said of another one.
      words = words.replaceAll(`${field}: ${why}`, `${field}: ${masked}`);
      return { ...cause, message: quotable(masked) };
    });
  return { message: quotable(words) ?? '', causes };
}
