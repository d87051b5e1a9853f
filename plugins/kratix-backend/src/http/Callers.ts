import type {
  BackstageCredentials,
  BackstageUserInfo,
  BackstageUserPrincipal,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Caller } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';

/** Who asks, as routes and services hand it on. @internal */
export interface PortalCaller {
  userEntityRef: string;
  ownershipEntityRefs: string[];
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** As that platform has to see the person. */
  on(platform: string): Caller;
}

/**
 * The header with the person's token for one platform, under `identity: oidc`.
 *
 * @internal
 */
export function platformTokenHeader(platform: string): string {
  return `kratix-token-${platform}`;
}

/** Who a person is changes rarely; asking costs a call to the auth backend. */
const rememberedMs = 10_000;

/**
 * Finds out who makes a call.
 *
 * @internal
 */
export class Callers {
  readonly #httpAuth: HttpAuthService;
  readonly #userInfo: UserInfoService;
  readonly #known: LRUCache<string, BackstageUserInfo>;

  constructor(options: {
    httpAuth: HttpAuthService;
    userInfo: UserInfoService;
  }) {
    this.#httpAuth = options.httpAuth;
    this.#userInfo = options.userInfo;
    this.#known = new LRUCache({ max: 1000, ttl: rememberedMs });
  }

  /** @throws AuthenticationError (401), NotAllowedError (403) for services */
  async of(req: Request): Promise<PortalCaller> {
    const credentials = await this.#httpAuth.credentials(req, {
      allow: ['user'],
    });
    const user = await this.#userOf(credentials);
    return {
      ...user,
      credentials,
      on: platform => ({
        ...user,
        credentials,
        token: req.get(platformTokenHeader(platform)),
      }),
    };
  }

  async #userOf(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<BackstageUserInfo> {
    const { userEntityRef } = credentials.principal;
    const known = this.#known.get(userEntityRef);
    if (known) return known;
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    const user = { userEntityRef, ownershipEntityRefs };
    this.#known.set(userEntityRef, user);
    return user;
  }
}
