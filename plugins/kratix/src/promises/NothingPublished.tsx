import { kratixMarketplaceReadPermission } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useContact,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';
import { useDenied } from '../shell';

/** There is no Promise: whom to ask, or where to find one. @internal */
export function NothingPublished(props: { compact?: boolean }) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const contact = useContact();
  // For those who may look there.
  const denied = useDenied(kratixMarketplaceReadPermission);
  return (
    <EmptyState
      compact={props.compact}
      title={t('promisesPage.none')}
      text={
        contact
          ? t('promisesPage.noneHintContact', { contact })
          : t('promisesPage.noneHint')
      }
      action={
        !denied && (
          <ActionButton main to={links.marketplace()}>
            {t('promisesPage.toMarketplace')}
          </ActionButton>
        )
      }
    />
  );
}
