import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Formats,
  KratixMarketplaceT,
} from '@kratix-portal/backstage-plugin-kratix-react';

type Right = ListingDetail['rights'][number];

/** A right in words. @internal */
export interface RightWords {
  /** `get, list`, or that it may do anything. */
  may: string;
  /** `secrets`, `deployments of apps`, with names where only those. */
  on: string;
  where: string;
}

/** What a pipeline may do to what, and where. Pure. @internal */
export function rightWords(
  right: Right,
  t: KratixMarketplaceT,
  { list }: Pick<Formats, 'list'>,
): RightWords {
  const { verbs, resources, apiGroups, resourceNames, namespace } = right;
  const what = resources.includes('*')
    ? t('marketplace.contents.right.everything')
    : list(resources);
  // The core group has no name to show.
  const groups = apiGroups.filter(group => group !== '' && group !== '*');
  const on =
    groups.length > 0
      ? t('marketplace.contents.right.ofGroup', {
          resources: what,
          group: list(groups),
        })
      : what;
  return {
    may: verbs.includes('*')
      ? t('marketplace.contents.right.anything')
      : list(verbs),
    on:
      resourceNames.length > 0
        ? `${on}, ${t('marketplace.contents.right.named', {
            names: list(resourceNames),
          })}`
        : on,
    where: whereOf(),
  };

  function whereOf(): string {
    if (right.clusterWide || namespace === '*') {
      return t('marketplace.contents.right.inAll');
    }
    return namespace ?? t('marketplace.contents.right.inOwn');
  }
}
