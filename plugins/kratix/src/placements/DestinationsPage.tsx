import { Link } from '@backstage/core-components';
import {
  destinationLabelSchema,
  destinationListQuerySchema,
  type DestinationListQuery,
  type DestinationPage,
  type DestinationView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  Count,
  DestinationStatus,
  EmptyState,
  MiddleCut,
  useKratixTranslation,
  SkeletonRows,
  Tag,
  TimeAgo,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Browse, BrowsePage } from '../browsing';
import { useLinks } from '../navigation';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import {
  DataTable,
  facetOf,
  narrowing,
  NoRows,
  numberOf,
  pageSizes,
  sorting,
  useListQuery,
  type Column,
  type ListQuery,
} from '../tables';
import { LabelTags } from './LabelTags';
import { UnscheduledPanel } from './UnscheduledPanel';
import { useDestinations } from './useDestinations';

const useStyles = makeStyles(
  theme => ({
    // Two tags side by side below the name: a table that is short of room
    // breaks between them first, and a row became three lines high.
    tags: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, max-content)',
      gap: theme.spacing(0.5),
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
      // On a card there is room beside the name.
      [theme.breakpoints.down('xs')]: {
        display: 'inline-flex',
        flexWrap: 'wrap',
        verticalAlign: 'middle',
        margin: theme.spacing(0, 0, 0, 1),
      },
    },
  }),
  { name: 'KratixDestinationsPage' },
);

/** On the page of a Destination, or beside its placements, in any case. */
const roomyOnly = ['path', 'failing'];

const sorts = destinationListQuerySchema.shape.sort.unwrap().options;

function destinationQueryOf(query: ListQuery): DestinationListQuery {
  const platform = query.all('platform');
  const status = destinationLabelSchema.options.filter(label =>
    query.all('status').includes(label),
  );
  const dir = query.get('dir');
  return {
    q: query.get('q'),
    platform: platform.length > 0 ? platform : undefined,
    status: status.length > 0 ? status : undefined,
    sort: sorts.find(sort => sort === query.get('sort')) ?? 'status',
    dir: dir === 'asc' || dir === 'desc' ? dir : undefined,
    page: numberOf(query.get('page'), 1),
    size: numberOf(query.get('size'), 50, pageSizes),
  };
}

/** S8: where Work can go, how these places are, and what fits none. @internal */
export function DestinationsPage() {
  const { t } = useKratixTranslation();
  const query = useListQuery();
  const page = useDestinations(destinationQueryOf(query));
  const known = page.state === 'ready' ? page.value : undefined;
  const status = facetOf({
    key: 'status',
    title: t('destinations.filter.status'),
    query,
    counted: known?.facets.status,
    wordOf: value => {
      const label = destinationLabelSchema.safeParse(value);
      return label.success ? t(`placement.destination.${label.data}`) : value;
    },
  });
  return (
    <BrowsePage title={t('destinations.title')} of={page}>
      {known && <UnscheduledPanel unscheduled={known.unscheduled} />}
      <Browse
        of={page}
        query={query}
        search={t('destinations.search')}
        facets={[status]}
        skeleton={<SkeletonRows count={6} height={36} />}
        forbidden={{
          what: t('destinations.what'),
          permission: 'kratix.destination.read',
        }}
      >
        {value => <Found page={value} query={query} />}
      </Browse>
    </BrowsePage>
  );
}

function Found(props: { page: DestinationPage; query: ListQuery }) {
  const { t } = useKratixTranslation();
  const { page, query } = props;
  const columns = useColumns(page.freshness.length > 1);
  return page.items.length > 0 ? (
    <DataTable
      caption={t('destinations.title')}
      columns={columns}
      rows={page.items}
      keyOf={({ platform, name }) => `${platform}/${name}`}
      {...sorting(query, 'status')}
    />
  ) : (
    <NoRows
      freshness={page.freshness}
      noMatch={t('destinations.noMatch')}
      {...narrowing(query, ['q', 'status'])}
    >
      <EmptyState
        title={t('destinations.none')}
        text={t('destinations.noneHint')}
      />
    </NoRows>
  );
}

/** What sets a Destination apart; nothing of most. */
function NameTags({ destination }: { destination: DestinationView }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { strict, previewOnly, counts } = destination;
  const unused = counts?.placements === 0;
  if (!strict && !previewOnly && !unused) return null;
  return (
    <ul className={classes.tags}>
      {strict && (
        <li>
          <Tag title={t('destinations.strictHint')}>
            {t('destinations.strict')}
          </Tag>
        </li>
      )}
      {previewOnly && (
        <li>
          <Tag>{t('destinations.preview')}</Tag>
        </li>
      )}
      {unused && (
        <li>
          <Tag>{t('destinations.unused')}</Tag>
        </li>
      )}
    </ul>
  );
}

function useColumns(severalPlatforms: boolean): Column<DestinationView>[] {
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const links = useLinks();
  // A laptop has no room beside two navigations; details are a click away.
  const roomy = useMediaQuery('(min-width: 1500px)');
  const { titleOf } = usePlatformTitles();
  const columns: Column<DestinationView>[] = [
    {
      id: 'state',
      title: t('destinations.column.state'),
      sort: 'status',
      state: true,
      noWrap: true,
      cell: ({ description }) => (
        <DestinationStatus description={description} />
      ),
    },
    {
      id: 'name',
      title: t('destinations.column.name'),
      sort: 'name',
      header: true,
      cell: row => (
        <>
          <Link to={links.destination(row)}>
            <MiddleCut text={row.name} />
          </Link>
          <NameTags destination={row} />
        </>
      ),
    },
    ...(severalPlatforms
      ? [
          {
            id: 'platform',
            title: t('destinations.column.platform'),
            cell: ({ platform }: DestinationView) => titleOf(platform),
          },
        ]
      : []),
    {
      id: 'store',
      title: t('destinations.column.store'),
      cell: ({ store }) => {
        if (!store) return '–';
        return roomy ? `${store.kind} ${store.name}` : store.name;
      },
    },
    {
      id: 'labels',
      title: t('destinations.column.labels'),
      cell: ({ labels }) => <LabelTags labels={labels} />,
    },
    {
      id: 'path',
      title: t('destinations.column.path'),
      wideOnly: true,
      cell: ({ path }) => (path ? <code>{path}</code> : '–'),
    },
    {
      id: 'placements',
      title: t('destinations.column.placements'),
      sort: 'placements',
      numeric: true,
      wideOnly: true,
      cell: ({ counts }) =>
        roomy || !counts?.failing ? (
          <Count of={counts?.placements} />
        ) : (
          t('destinations.someFailing', {
            n: number(counts.placements),
            failing: number(counts.failing),
          })
        ),
    },
    {
      id: 'failing',
      title: t('destinations.column.failing'),
      sort: 'failing',
      numeric: true,
      wideOnly: true,
      cell: ({ counts }) => <Count of={counts?.failing} />,
    },
    {
      id: 'lastWrite',
      title: t('destinations.column.lastWrite'),
      sort: 'changed',
      noWrap: true,
      wideOnly: true,
      cell: ({ lastWrite }) => <TimeAgo time={lastWrite} />,
    },
  ];
  return columns.filter(({ id }) => roomy || !roomyOnly.includes(id));
}
