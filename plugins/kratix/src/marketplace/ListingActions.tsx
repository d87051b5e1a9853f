import type {
  ListingDetail,
  ListingView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixMarketplaceTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { ActionButton, useNotAllowedReason } from '../actions';
import { useLinks } from '../navigation';
import { installOffers } from './installOffers';

/**
 * Install, and Upgrade where a platform has something else of it. What may not
 * be done now stays in reach and says why.
 *
 * @internal
 */
export function ListingActions(props: {
  listing: ListingView;
  allowed: Pick<ListingDetail['allowed'], 'install' | 'upgrade'>;
  /** On a page of its own: of full height, and says why there is neither. */
  main?: boolean;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const notAllowed = useNotAllowedReason();
  const { listing, allowed, main } = props;
  const { install, upgrade, neither } = installOffers(listing);
  const name = listing.title;
  const linkOf = (platforms: string[]) =>
    // One choice is none.
    links.install(
      listing,
      platforms.length === 1 ? { platform: platforms[0] } : {},
    );
  const first = upgrade.length > 0 ? 'upgrade' : 'install';
  const look = (action: 'install' | 'upgrade') => ({
    main,
    color: 'primary' as const,
    variant:
      main && action === first ? ('contained' as const) : ('outlined' as const),
  });
  return (
    <>
      {upgrade.length > 0 && (
        <ActionButton
          {...look('upgrade')}
          to={linkOf(upgrade)}
          reason={
            allowed.upgrade ? undefined : notAllowed('kratix.promise.upgrade')
          }
          label={t('marketplace.action.upgradeNamed', { name })}
        >
          {t('marketplace.action.upgrade')}
        </ActionButton>
      )}
      {(install.length > 0 || (main && neither)) && (
        <ActionButton
          {...look('install')}
          to={linkOf(install)}
          reason={
            allowed.install
              ? neither && t(`marketplace.action.${neither}`)
              : notAllowed('kratix.promise.install')
          }
          label={t('marketplace.action.installNamed', { name })}
        >
          {t('marketplace.action.install')}
        </ActionButton>
      )}
    </>
  );
}
