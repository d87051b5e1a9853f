import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntityLink } from './useLinks';

/** The short name of an entity, as people call it. @internal */
export function entityTitle(ref: string): string {
  try {
    return parseEntityRef(ref, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }).name;
  } catch {
    return ref;
  }
}

/** A team, person or service, with its page where the app has a catalog. @internal */
export function EntityLink(props: { entityRef: string; children?: string }) {
  const linkTo = useEntityLink();
  const { entityRef, children = entityTitle(entityRef) } = props;
  let to: string | undefined;
  try {
    to = linkTo(entityRef);
  } catch {
    // Written by whoever made the request; need not be a reference at all.
    to = undefined;
  }
  return to ? (
    <Link to={to}>
      <bdi>{children}</bdi>
    </Link>
  ) : (
    <bdi>{children}</bdi>
  );
}
