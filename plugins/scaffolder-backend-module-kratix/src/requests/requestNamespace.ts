import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  fullEntityRef,
  type TeamNamespacesRule,
  teamNamespaces,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** An owner as people write it, in full; nothing for nobody. @internal */
export function ownerRef(given: string | undefined): string | undefined {
  const text = given?.trim();
  if (!text) return undefined;
  const ref = fullEntityRef(text, 'group');
  if (ref) return ref;
  throw new InputError(
    `'${text}' is no owner: use an entity reference such as group:default/payments`,
  );
}

/**
 * The namespace that an owner's requests go to, by `kratix.namespaces`.
 *
 * @throws InputError where the rule leads nowhere
 * @internal
 */
export async function requestNamespace(options: {
  owner: string | undefined;
  rule: TeamNamespacesRule;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  credentials: BackstageCredentials;
}): Promise<string> {
  const { owner, rule, catalog, credentials } = options;
  if (rule.namespaces.from === 'fixed') return rule.namespaces.namespace;
  if (!owner) {
    throw new InputError(
      'Name the owner or the namespace: one of them says where the request goes',
    );
  }
  const group = await catalog.getEntityByRef(owner, { credentials });
  if (!group) throw new InputError(`There is no ${owner} in the catalog`);
  const [namespace] = teamNamespaces([group], rule).namespacesOf(owner);
  if (namespace) return namespace;
  throw new InputError(
    `${owner} has no namespace: annotate it with ${rule.annotationPrefix}namespaces, or name one`,
  );
}
