import { Link } from '@backstage/core-components';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useLinks } from '../navigation';

/** From a platform's trouble to all about the platform. @internal */
export function PlatformDetailsLink(props: { platform: string }) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  return (
    <Link to={links.platform(props.platform)}>
      {t('platform.partial.details')}
    </Link>
  );
}
