import type { ListingPage } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixMarketplaceTranslation,
  useKratixTranslation,
  useContact,
  YamlText,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { ActionButton } from '../actions';

const example = `kratix:
  marketplace:
    sources:
      team:
        title: Team promises
        tree:
          url: https://github.com/example/promises/tree/main
`;

/** Why no listing shows, and what to do about it. @internal */
export function NoListings(props: {
  page: Pick<ListingPage, 'sources' | 'mayInstall'>;
  filtered: boolean;
  clear: () => void;
}) {
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const { page, filtered, clear } = props;
  const { sources, mayInstall } = page;
  if (sources.length === 0) return <NoSources mayInstall={mayInstall} />;
  if (filtered) {
    return (
      <EmptyState
        title={tm('marketplace.noMatch')}
        action={
          <ActionButton onClick={clear}>
            {t('tables.clearFilters')}
          </ActionButton>
        }
      />
    );
  }
  if (sources.some(({ state }) => state === 'waiting')) {
    return (
      <EmptyState
        title={tm('marketplace.reading')}
        text={tm('marketplace.readingHint')}
      />
    );
  }
  if (sources.every(({ state }) => state === 'failed')) {
    return (
      <EmptyState
        title={tm('marketplace.unread')}
        text={tm('marketplace.unreadHint')}
      />
    );
  }
  return (
    <EmptyState
      title={tm('marketplace.none')}
      text={tm('marketplace.noneHint')}
    />
  );
}

function NoSources(props: { mayInstall: boolean }) {
  const { t } = useKratixMarketplaceTranslation();
  const contact = useContact();
  const ask = contact
    ? t('marketplace.noSources.ask', { contact })
    : t('marketplace.noSources.askNobody');
  return (
    <EmptyState
      title={t('marketplace.noSources.title')}
      text={
        <>
          {t('marketplace.noSources.text')}{' '}
          {props.mayInstall ? t('marketplace.noSources.config') : ask}
        </>
      }
      action={
        props.mayInstall && (
          <div style={{ textAlign: 'start', maxWidth: '100%' }}>
            <YamlText
              text={example}
              label={t('marketplace.noSources.example')}
            />
            <p>{t('marketplace.noSources.docs')}</p>
          </div>
        )
      }
    />
  );
}
