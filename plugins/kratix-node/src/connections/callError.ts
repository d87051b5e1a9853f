import {
  PlatformUnavailableError,
  errorFromKube,
  type KubeStatus,
  type PlatformFacts,
} from '@kratix-portal/backstage-plugin-kratix-common';

type Failure = NonNullable<PlatformFacts['failure']>;

/**
 * A call to an API server that brought no usable answer. The message never
 * holds an address, a header or a body: it may be logged and shown.
 *
 * @internal
 */
export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(
    readonly reason: Failure['reason'] | 'refused' | 'expired',
    message: string,
    /** The server's refusal, where it answered. */
    readonly status?: KubeStatus,
    /** How long the server asked to be left alone. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }

  /** HTTP status code, where the server answered. */
  get code(): number | undefined {
    return this.status?.code;
  }

  /** Why a platform fails, in words for people. */
  asFailure(): Failure {
    const { reason, message } = this;
    return {
      reason:
        reason === 'refused' || reason === 'expired' ? 'server-error' : reason,
      message,
    };
  }

  /** As an error of a write or a read on someone's behalf. */
  asPlatformError(platform: string): Error {
    return this.status
      ? errorFromKube(platform, this.status)
      : new PlatformUnavailableError(platform);
  }
}

/** @internal */
export function callErrorOfStatus(
  status: KubeStatus,
  retryAfterMs?: number,
): CallError {
  const { code } = status;
  const of = (reason: CallError['reason'], message: string) =>
    new CallError(reason, message, status, retryAfterMs);
  if (code === 401) return of('unauthorized', 'The credentials are refused');
  if (code === 403) return of('forbidden', 'The service account may not');
  if (code === 410) return of('expired', 'The resource version is too old');
  if (code === 429 || code >= 500) {
    return of('server-error', `The API server answered ${code}`);
  }
  return of('refused', `The API server answered ${code}`);
}

const networkWords = new Map([
  ['ECONNREFUSED', 'The connection is refused'],
  ['ECONNRESET', 'The connection broke'],
  ['ENOTFOUND', 'The host name is not known'],
  ['EAI_AGAIN', 'The host name cannot be looked up'],
  ['EHOSTUNREACH', 'The host cannot be reached'],
  ['ENETUNREACH', 'The network cannot be reached'],
  ['ETIMEDOUT', 'The connection timed out'],
  ['ENOENT', 'A file with credentials is missing'],
  ['EPIPE', 'The connection broke'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'The certificate is not trusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'The certificate is not trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'The certificate is not trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'The certificate is not trusted'],
  ['CERT_HAS_EXPIRED', 'The certificate has expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate is for another host'],
]);

/**
 * Any failure below HTTP. Node's messages name the address, so they are
 * replaced by words of ours.
 *
 * @internal
 */
export function callErrorOfNetwork(error: unknown): CallError {
  if (error instanceof CallError) return error;
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = code === 'ETIMEDOUT' ? 'timeout' : 'network';
  return new CallError(
    reason,
    networkWords.get(code) ?? 'The connection failed',
  );
}
