import { LinkButton } from '@backstage/core-components';
import {
  EmptyState,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useLinks } from '../navigation';
import { PageHeading } from './PageHeading';
import { usePageTitle } from './usePageTitle';

/** An address that leads nowhere. @internal */
export function UnknownPage() {
  const { t } = useKratixTranslation();
  const links = useLinks();
  usePageTitle(t('shell.unknown.title'));
  return (
    <>
      <PageHeading title={t('shell.unknown.title')} />
      <EmptyState
        title={t('shell.unknown.text')}
        action={
          <LinkButton to={links.home()} variant="outlined">
            {t('shell.unknown.home')}
          </LinkButton>
        }
      />
    </>
  );
}
