import { Link } from '@backstage/core-components';
import type { PromiseView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  Count,
  useKratixTranslation,
  PromiseStatus,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useLinks } from '../navigation';
import { DataTable, sorting, type Column, type ListQuery } from '../tables';
import { RequestPromiseButton } from './RequestPromiseButton';

/** The Promises for those who look after them. @internal */
export function PromiseTable(props: {
  promises: PromiseView[];
  query: ListQuery;
  platformTitle: (id: string) => string;
  severalPlatforms: boolean;
}) {
  const { t } = useKratixTranslation();
  const { number, list } = useFormats();
  const links = useLinks();
  const { promises, query, platformTitle, severalPlatforms } = props;
  // On a laptop the buttons at the end would not be seen; it is a filter too.
  const roomy = useMediaQuery('(min-width: 1500px)');
  const columns: Column<PromiseView>[] = [
    {
      id: 'state',
      title: t('promisesPage.column.state'),
      sort: 'status',
      state: true,
      noWrap: true,
      cell: ({ description }) => <PromiseStatus description={description} />,
    },
    {
      id: 'name',
      title: t('promisesPage.column.name'),
      sort: 'name',
      header: true,
      cell: row => (
        <Link to={links.promise(row)}>
          <bdi>{row.title}</bdi>
        </Link>
      ),
    },
    ...(roomy
      ? [
          {
            id: 'category',
            title: t('promisesPage.column.category'),
            cell: ({ category }: PromiseView) => category ?? '–',
          },
        ]
      : []),
    {
      id: 'version',
      title: t('promisesPage.column.version'),
      cell: ({ version }) => version ?? t('promisesPage.unversioned'),
    },
    ...(severalPlatforms
      ? [
          {
            id: 'platform',
            title: t('promisesPage.column.platform'),
            cell: ({ platform }: PromiseView) => platformTitle(platform),
          },
        ]
      : []),
    {
      id: 'requests',
      title: t('promisesPage.column.requests'),
      sort: 'requests',
      numeric: true,
      wideOnly: true,
      cell: ({ counts }) => <Count of={counts?.requests} />,
    },
    {
      id: 'attention',
      title: t('promisesPage.column.attention'),
      numeric: true,
      wideOnly: true,
      cell: ({ platform, name, title, counts: { attention: count } = {} }) =>
        !count ? (
          <Count of={count} />
        ) : (
          <Link
            to={links.requests({ promise: name, platform, chip: 'attention' })}
            aria-label={`${title}: ${t('promisesPage.attention', { count })}`}
          >
            {number(count)}
          </Link>
        ),
    },
    {
      id: 'outdated',
      title: t('promisesPage.column.outdated'),
      numeric: true,
      wideOnly: true,
      cell: ({ counts }) => <Count of={counts?.outdated} />,
    },
    {
      id: 'requires',
      title: t('promisesPage.column.requires'),
      wideOnly: true,
      cell: ({ description }) =>
        list(description.requirements.map(({ name }) => name)) || '–',
    },
    {
      id: 'requiredBy',
      title: t('promisesPage.column.requiredBy'),
      wideOnly: true,
      cell: ({ requiredBy }) => list(requiredBy) || '–',
    },
    {
      id: 'release',
      title: t('promisesPage.column.release'),
      wideOnly: true,
      cell: ({ releaseName }) => releaseName ?? '–',
    },
    {
      id: 'action',
      title: t('promisesPage.column.action'),
      titleHidden: true,
      wideOnly: true,
      cell: row => (row.api ? <RequestPromiseButton promise={row} /> : null),
    },
  ];
  return (
    <DataTable
      caption={t('promisesPage.title')}
      columns={columns}
      rows={promises}
      keyOf={({ platform, name }) => `${platform}/${name}`}
      {...sorting(query, 'name')}
    />
  );
}
