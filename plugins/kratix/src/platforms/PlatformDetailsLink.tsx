import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { kratixTranslationRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { useLinks } from '../navigation';

/** From a platform's trouble to all about the platform. @internal */
export function PlatformDetailsLink(props: { platform: string }) {
  const { t } = useTranslationRef(kratixTranslationRef);
  const links = useLinks();
  return (
    <Link to={links.platform(props.platform)}>
      {t('platform.partial.details')}
    </Link>
  );
}
