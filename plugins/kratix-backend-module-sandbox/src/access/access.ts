import { forbidden, type Store } from '../store';
import { isAllowed, refusalText, rulesOf } from './rbac';
import type { AccessAttributes, AccessRule, User } from './types';

const rbacGroup = 'rbac.authorization.k8s.io';

/**
 * Who may do what, by the roles and bindings in a store.
 *
 * @internal
 */
export class Access {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  rules(user: User, namespace?: string): AccessRule[] {
    const list = (plural: string) => this.#store.list(rbacGroup, plural);
    const objects = {
      clusterRoles: list('clusterroles'),
      clusterRoleBindings: list('clusterrolebindings'),
      roles: namespace ? list('roles') : [],
      roleBindings: namespace ? list('rolebindings') : [],
    };
    return rulesOf(user, objects, namespace);
  }

  isAllowed(user: User, attributes: AccessAttributes): boolean {
    const namespace = 'path' in attributes ? undefined : attributes.namespace;
    return isAllowed(attributes, this.rules(user, namespace));
  }

  /** @throws KubeStatusError 403 */
  require(user: User, attributes: AccessAttributes) {
    if (this.isAllowed(user, attributes)) return;
    const text = refusalText(user, attributes);
    const [group, plural, name] =
      'path' in attributes
        ? ['', '', '']
        : [attributes.group, attributes.resource, attributes.name];
    throw forbidden({ group, plural, kind: plural }, name ?? '', text);
  }
}
