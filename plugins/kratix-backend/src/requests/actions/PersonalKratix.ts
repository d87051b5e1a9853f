import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  KratixClient,
  type KratixApi,
  type KratixCallOptions,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The REST API as whoever invokes an action: rights are decided and writes are
 * recorded at its routes, and nowhere else.
 *
 * @internal
 */
export interface PersonalKratix {
  /** @throws what the routes refuse with, by its name and in its words */
  call<T>(
    credentials: BackstageCredentials,
    run: (api: KratixApi, options: KratixCallOptions) => Promise<T>,
  ): Promise<T>;
}

/** @internal */
export function createPersonalKratix(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): PersonalKratix {
  const { auth, discovery } = options;
  const api = new KratixClient({
    discoveryApi: discovery,
    fetchApi: { fetch },
  });
  return {
    async call(credentials, run) {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'kratix',
      });
      try {
        return await run(api, { token });
      } catch (error) {
        throw error instanceof ResponseError ? refusalOf(error) : error;
      }
    },
  };
}

/** Clients of actions learn the name of an error and its sentence alone. */
function refusalOf({ statusCode, body }: ResponseError): Error {
  const { message } = body.error;
  switch (statusCode) {
    case 403:
      return new NotAllowedError(message);
    case 404:
      return new NotFoundError(message);
    case 409:
      return new ConflictError(message);
    case 503:
      return new ServiceUnavailableError(message);
    default:
      return new InputError(message);
  }
}
