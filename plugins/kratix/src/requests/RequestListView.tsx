import {
  stringifyRequestRef,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  EmptyState,
  useKratixTranslation,
  PlainButton,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { Browse } from '../browsing';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { isForbidden } from '../shell';
import { DataTable, NoRows, sorting, useHasRoom, type Column } from '../tables';
import { ChipRow } from './ChipRow';
import { ColumnChooser } from './ColumnChooser';
import { ExportButton } from './ExportButton';
import { NewRequestButton } from './NewRequestButton';
import { useRequestColumns } from './requestColumns';
import { requestFacets } from './requestFacets';
import { RequestRowMenu } from './RequestRowMenu';
import type { RequestsQuery } from './useRequestsQuery';
import { useShownColumns } from './useShownColumns';

/** The list with all around it; also on the page of a Promise. @internal */
export function RequestList(
  props: RequestsQuery & {
    /** The list is of one Promise, which is said above it. */
    ofPromise?: boolean;
  },
) {
  const { t } = useKratixTranslation();
  const { query, list, sent, chip, choose, filtered, clear, ofPromise } = props;
  const platforms = usePlatformTitles();
  // Cards have no columns, and telephones no spreadsheets.
  const { hasRoom, measured } = useHasRoom();
  const page = list.page.state === 'ready' ? list.page.value : undefined;
  const columns = useRequestColumns({
    severalPlatforms: platforms.several,
    onePromise: ofPromise || query.all('promise').length === 1,
    rows: page?.items ?? [],
  }).filter(({ id }) => !(ofPromise && id === 'promise'));
  const { shown, isShown, toggle } = useShownColumns(columns);
  const menu: Column<RequestView> = {
    id: 'menu',
    title: t('requestsPage.column.menu'),
    titleHidden: true,
    menu: true,
    cell: row => <RequestRowMenu request={row} />,
  };
  const facets = requestFacets(page, query, t).filter(
    ({ key }) => !(ofPromise && key === 'promise'),
  );

  return (
    <div ref={measured}>
      {!isForbidden(list.page) && (
        <ChipRow counts={page?.chips ?? {}} chosen={chip} onChoose={choose} />
      )}
      <Browse
        of={list.page}
        query={query}
        search={t('requestsPage.search')}
        facets={facets}
        controls={
          <>
            {hasRoom && (
              <ColumnChooser
                columns={columns}
                isShown={isShown}
                onToggle={toggle}
              />
            )}
            <CopyButton
              text={window.location.href}
              name={t('requestsPage.link')}
              label={t('tables.copyLink')}
            />
            {hasRoom && <ExportButton query={sent} />}
          </>
        }
        skeleton={<SkeletonRows count={8} height={36} />}
        forbidden={{
          what: t('requestsPage.what'),
          permission: 'kratix.request.read',
        }}
      >
        {({ items, freshness }) => (
          <>
            {items.length === 0 ? (
              <NoRows
                freshness={freshness}
                filtered={filtered}
                noMatch={t('requestsPage.noMatch')}
                clear={clear}
              >
                <EmptyState
                  title={t(
                    page?.partial
                      ? 'requestsPage.noneSeen'
                      : 'requestsPage.none',
                  )}
                  text={t('requestsPage.noneHint')}
                  action={<NewRequestButton />}
                />
              </NoRows>
            ) : (
              <div {...list.hold}>
                <DataTable
                  caption={t('requestsPage.title')}
                  columns={[...shown, menu]}
                  rows={items}
                  keyOf={stringifyRequestRef}
                  changed={list.changed}
                  {...sorting(query)}
                />
              </div>
            )}
            {list.updates > 0 && (
              <div role="status">
                {t('tables.updates', { count: list.updates })}{' '}
                <PlainButton
                  size="small"
                  color="primary"
                  onClick={list.applyOrder}
                >
                  {t('tables.applyOrder')}
                </PlainButton>
              </div>
            )}
          </>
        )}
      </Browse>
    </div>
  );
}
