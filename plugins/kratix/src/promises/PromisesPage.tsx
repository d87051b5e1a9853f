import { usePermission } from '@backstage/plugin-permission-react';
import {
  kratixMarketplaceReadPermission,
  promiseLabelSchema,
  type PromiseListQuery,
  type PromisePage,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  Loaded,
  PartialStrip,
  silentPlatforms,
  SkeletonRows,
  useContact,
  useFormats,
  usePlatforms,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';
import { PlatformDetailsLink } from '../platforms/PlatformDetailsLink';
import { PageHeading, usePageTitle, useReportStatus } from '../shell';
import { PromisesTabs } from '../shell/PromisesTabs';
import {
  Choice,
  FilterBar,
  numberOf,
  Pager,
  SearchField,
  useListQuery,
  type ListQuery,
  NoRows,
} from '../tables';
import { shownPromises, type ShownPromises } from './shownPromises';
import { PromiseTable } from './PromiseTable';
import { PromiseTile } from './PromiseTile';
import { promisesAtOnce as size, usePromises } from './usePromises';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
      gap: theme.spacing(2),
    },
  }),
  { name: 'KratixPromisesPage' },
);

function promiseQueryOf(query: ListQuery): PromiseListQuery {
  const status = promiseLabelSchema.options.filter(label =>
    query.all('status').includes(label),
  );
  const platform = query.all('platform');
  const category = query.all('category');
  return {
    q: query.get('q'),
    platform: platform.length > 0 ? platform : undefined,
    category: category.length > 0 ? category : undefined,
    status: status.length > 0 ? status : undefined,
    page: numberOf(query.get('page'), 1),
    size,
  };
}

/** S3: what can be requested, and what is unwell. @internal */
export function PromisesPage() {
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  usePageTitle(t('promisesPage.title'));
  const query = useListQuery();
  const kind = query.get('kind') === 'all' ? 'all' : 'requestable';
  const page = usePromises(promiseQueryOf(query));
  useReportStatus(page);
  const known = page.state === 'ready' ? page.value : undefined;
  const facet = (key: 'category' | 'status') => ({
    key,
    title: t(`promisesPage.filter.${key}`),
    chosen: query.all(key),
    options: (known?.facets[key] ?? [])
      .filter(({ value }) => value !== '')
      .map(({ value, title, count }) => {
        const label = promiseLabelSchema.safeParse(value);
        const word =
          key === 'status' && label.success
            ? t(`promise.status.${label.data}`)
            : value;
        return { value, count, title: title ?? word };
      }),
  });
  const countOf = ({ count, of, complete }: ShownPromises) => {
    if (!complete) return t('promisesPage.countOnPage', { n: number(count) });
    return of === 'rows' ? t('tables.found', { count }) : number(count);
  };
  const view = query.get('view') === 'table' ? 'table' : 'grid';
  const shown = known && shownPromises(known, { kind, view });
  return (
    <>
      <PageHeading
        title={t('promisesPage.title')}
        count={shown && countOf(shown)}
      />
      <PromisesTabs current="installed" />
      <FilterBar
        search={
          <SearchField
            label={t('promisesPage.search')}
            value={query.get('q') ?? ''}
            onChange={q => query.set({ q })}
          />
        }
        facets={[facet('category'), facet('status')]}
        onFacet={(key, chosen) => query.set({ [key]: chosen })}
      >
        <Choice
          label={t('promisesPage.filter.kind')}
          chosen={kind}
          onChoose={id => query.set({ kind: id === 'all' ? 'all' : undefined })}
          options={[
            { id: 'requestable', title: t('promisesPage.kind.requestable') },
            { id: 'all', title: t('promisesPage.kind.all') },
          ]}
        />
        <Choice
          label={t('promisesPage.view.label')}
          chosen={view}
          onChoose={id =>
            query.set({ view: id === 'table' ? 'table' : undefined })
          }
          options={[
            { id: 'grid', title: t('promisesPage.view.grid') },
            { id: 'table', title: t('promisesPage.view.table') },
          ]}
        />
      </FilterBar>
      <Loaded
        of={page}
        skeleton={<SkeletonRows count={6} height={72} />}
        forbidden={{
          what: t('promisesPage.what'),
          permission: 'kratix.promise.read',
        }}
      >
        {value => (
          <Found
            page={value}
            query={query}
            shown={shownPromises(value, { kind, view })}
          />
        )}
      </Loaded>
    </>
  );
}

function Found(props: {
  page: PromisePage;
  query: ListQuery;
  shown: ShownPromises;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const contact = useContact();
  const platforms = usePlatforms();
  const { page, query, shown } = props;
  const known = platforms.state === 'ready' ? platforms.value.items : [];
  const platformTitle = (id: string) =>
    known.find(platform => platform.id === id)?.title ?? id;
  const filters = ['q', 'category', 'status'];
  const shared = { platformTitle, severalPlatforms: known.length > 1 };

  let content;
  if (shown.count > 0) {
    content =
      shown.view === 'table' ? (
        <PromiseTable promises={shown.promises} {...shared} />
      ) : (
        <div className={classes.grid}>
          {shown.groups.map(group => (
            <PromiseTile key={group.name} group={group} {...shared} />
          ))}
        </div>
      );
  } else {
    content = (
      <NoRows
        silent={silentPlatforms(page.freshness).length > 0}
        filtered={filters.some(key => query.get(key))}
        noMatch={t('promisesPage.noMatch')}
        clear={() =>
          query.set(Object.fromEntries(filters.map(key => [key, undefined])))
        }
      >
        <EmptyState
          title={t('promisesPage.none')}
          text={
            contact
              ? t('promisesPage.noneHintContact', { contact })
              : t('promisesPage.noneHint')
          }
          action={<ToMarketplace />}
        />
      </NoRows>
    );
  }
  return (
    <>
      <PartialStrip
        freshness={page.freshness}
        details={platform => <PlatformDetailsLink platform={platform} />}
      />
      <VisuallyHidden>
        <span role="status">{t('tables.found', { count: shown.count })}</span>
      </VisuallyHidden>
      {content}
      {page.total > size && (
        <Pager
          page={page.page}
          size={page.size}
          total={page.total}
          onPage={number => query.set({ page: `${number}` })}
        />
      )}
    </>
  );
}

/** For those who may look there. */
function ToMarketplace() {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { allowed } = usePermission({
    permission: kratixMarketplaceReadPermission,
  });
  if (!allowed) return null;
  return (
    <ActionButton main to={links.marketplace()}>
      {t('promisesPage.toMarketplace')}
    </ActionButton>
  );
}
