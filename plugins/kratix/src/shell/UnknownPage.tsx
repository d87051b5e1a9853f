import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  kratixTranslationRef,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useLinks } from '../navigation';
import { PageHeading } from './PageHeading';

/** An address that leads nowhere. @internal */
export function UnknownPage() {
  const { t } = useTranslationRef(kratixTranslationRef);
  const links = useLinks();
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
