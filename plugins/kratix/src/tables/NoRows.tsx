import type { Freshness } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  silentPlatforms,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { ActionButton } from '../actions';

/**
 * Why a list is empty: a platform is silent, so that nobody knows; a filter
 * leaves nothing; or there is nothing, which `children` say.
 *
 * @internal
 */
export function NoRows(props: {
  freshness: Freshness[];
  filtered: boolean;
  /** What is said where the filter leaves nothing. */
  noMatch: string;
  clear: () => void;
  children: ReactNode;
}) {
  const { t } = useKratixTranslation();
  const { freshness, filtered, noMatch, clear, children } = props;
  if (silentPlatforms(freshness).length > 0) {
    return (
      <EmptyState
        title={t('shared.empty.otherPlatforms')}
        text={t('shared.empty.otherPlatformsHint')}
      />
    );
  }
  if (!filtered) return <>{children}</>;
  return (
    <EmptyState
      title={noMatch}
      action={
        <ActionButton onClick={clear}>{t('tables.clearFilters')}</ActionButton>
      }
    />
  );
}
