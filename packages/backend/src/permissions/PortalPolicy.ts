import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { decide } from './decide';

/**
 * Finds out who asks and hands the question to {@link decide}; holds no rule
 * itself.
 *
 * @internal
 */
export class PortalPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;
  readonly #installers: readonly string[];

  constructor(options: {
    userInfo: UserInfoService;
    /** Entity refs of who may install Promises. */
    installers: readonly string[];
  }) {
    this.#userInfo = options.userInfo;
    this.#installers = options.installers;
  }

  async handle(
    query: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return decide(query.permission, undefined, this.#installers);
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      user.credentials,
    );
    return decide(query.permission, ownershipEntityRefs, this.#installers);
  }
}
