import {
  promiseLabelSchema,
  promiseListQuerySchema,
  type PromiseListQuery,
  type PromisePage,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  SkeletonRows,
  useFormats,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { Browse, BrowsePage, TileGrid, ViewChoice, viewOf } from '../browsing';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { PromisesTabs } from '../shell/PromisesTabs';
import {
  Choice,
  facetOf,
  narrowing,
  NoRows,
  numberOf,
  useListQuery,
  type ListQuery,
} from '../tables';
import { NothingPublished } from './NothingPublished';
import { PromiseTable } from './PromiseTable';
import { PromiseTile } from './PromiseTile';
import { shownPromises, type ShownPromises } from './shownPromises';
import { promisesAtOnce as size, usePromises } from './usePromises';

const sorts = promiseListQuerySchema.shape.sort.unwrap().options;

function promiseQueryOf(query: ListQuery): PromiseListQuery {
  const status = promiseLabelSchema.options.filter(label =>
    query.all('status').includes(label),
  );
  const platform = query.all('platform');
  const category = query.all('category');
  const dir = query.get('dir');
  return {
    q: query.get('q'),
    platform: platform.length > 0 ? platform : undefined,
    category: category.length > 0 ? category : undefined,
    status: status.length > 0 ? status : undefined,
    sort: sorts.find(sort => sort === query.get('sort')) ?? 'name',
    // As the table's heads have it: the backend has most requests first.
    dir: dir === 'desc' ? 'desc' : 'asc',
    page: numberOf(query.get('page'), 1),
    size,
  };
}

/** S3: what can be requested, and what is unwell. @internal */
export function PromisesPage() {
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const query = useListQuery();
  const page = usePromises(promiseQueryOf(query));
  const known = page.state === 'ready' ? page.value : undefined;
  const kind = query.get('kind') === 'all' ? 'all' : 'requestable';
  const shownOf = (value: PromisePage) =>
    shownPromises(value, { kind, view: viewOf(query) });
  const countOf = (value: PromisePage) => {
    const { count, of, complete } = shownOf(value);
    if (!complete) return t('promisesPage.countOnPage', { n: number(count) });
    return of === 'rows' ? t('tables.found', { count }) : number(count);
  };
  const facet = (key: 'category' | 'status') =>
    facetOf({
      key,
      title: t(`promisesPage.filter.${key}`),
      query,
      counted: known?.facets[key],
      wordOf: value => {
        const label = promiseLabelSchema.safeParse(value);
        return key === 'status' && label.success
          ? t(`promise.status.${label.data}`)
          : value;
      },
    });
  return (
    <BrowsePage title={t('promisesPage.title')} of={page} count={countOf}>
      <PromisesTabs current="installed" />
      <Browse
        of={page}
        query={query}
        search={t('promisesPage.search')}
        facets={[facet('category'), facet('status')]}
        controls={
          <>
            <Choice
              label={t('promisesPage.filter.kind')}
              chosen={kind}
              onChoose={id =>
                query.set({ kind: id === 'all' ? 'all' : undefined })
              }
              options={[
                {
                  id: 'requestable',
                  title: t('promisesPage.kind.requestable'),
                },
                { id: 'all', title: t('promisesPage.kind.all') },
              ]}
            />
            <ViewChoice query={query} />
          </>
        }
        skeleton={<SkeletonRows count={6} height={72} />}
        forbidden={{
          what: t('promisesPage.what'),
          permission: 'kratix.promise.read',
        }}
        found={value => shownOf(value).count}
        fixedSize
      >
        {value => <Found page={value} query={query} shown={shownOf(value)} />}
      </Browse>
    </BrowsePage>
  );
}

function Found(props: {
  page: PromisePage;
  query: ListQuery;
  shown: ShownPromises;
}) {
  const { t } = useKratixTranslation();
  const platforms = usePlatformTitles();
  const { page, query, shown } = props;
  const shared = {
    platformTitle: platforms.titleOf,
    severalPlatforms: platforms.several,
  };
  if (shown.count === 0) {
    return (
      <NoRows
        freshness={page.freshness}
        noMatch={t('promisesPage.noMatch')}
        {...narrowing(query, ['q', 'category', 'status'])}
      >
        <NothingPublished />
      </NoRows>
    );
  }
  return shown.view === 'table' ? (
    <PromiseTable promises={shown.promises} query={query} {...shared} />
  ) : (
    <TileGrid>
      {shown.groups.map(group => (
        <PromiseTile key={group.name} group={group} {...shared} />
      ))}
    </TileGrid>
  );
}
