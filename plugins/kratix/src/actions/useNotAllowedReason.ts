import {
  useKratixTranslation,
  useContact,
} from '@kratix-portal/backstage-plugin-kratix-react';

/** Why somebody may not press a button, and whom to ask. @internal */
export function useNotAllowedReason(): (permission: string) => string {
  const { t } = useKratixTranslation();
  const contact = useContact();
  return permission =>
    contact
      ? t('shared.forbidden.notAllowedAsk', { permission, contact })
      : t('shared.forbidden.notAllowed', { permission });
}
