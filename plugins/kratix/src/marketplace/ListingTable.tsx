import { Link } from '@backstage/core-components';
import type { ListingView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  StatusLabel,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import { useLinks } from '../navigation';
import { DataTable, sorting, type Column, type ListQuery } from '../tables';
import { InstallGroups } from './InstallGroups';
import type { ListingSurroundings } from './ListingTile';

/** The marketplace for those who compare. @internal */
export function ListingTable(
  props: ListingSurroundings & { listings: ListingView[]; query: ListQuery },
) {
  const { t } = useKratixMarketplaceTranslation();
  const { list } = useFormats();
  const links = useLinks();
  const { listings, query, sourceTitle, mayInstall, ...platforms } = props;
  const columns: Column<ListingView>[] = [
    {
      id: 'name',
      title: t('marketplace.column.name'),
      sort: 'name',
      header: true,
      cell: row => (
        <Link to={links.listing(row)}>
          <bdi>{row.title}</bdi>
        </Link>
      ),
    },
    {
      id: 'state',
      title: t('marketplace.column.state'),
      sort: 'state',
      cell: row =>
        row.problem ? (
          <StatusLabel tone="error" icon={ErrorOutline}>
            {t('marketplace.broken', { problem: row.problem })}
          </StatusLabel>
        ) : (
          <InstallGroups listing={row} {...platforms} />
        ),
    },
    {
      id: 'version',
      title: t('marketplace.column.version'),
      cell: ({ version }) => version ?? t('marketplace.noVersion'),
    },
    {
      id: 'source',
      title: t('marketplace.column.source'),
      sort: 'source',
      cell: ({ source }) => sourceTitle(source),
    },
    {
      id: 'category',
      title: t('marketplace.column.category'),
      sort: 'category',
      wideOnly: true,
      cell: ({ category }) => category ?? '–',
    },
    {
      id: 'kind',
      title: t('marketplace.column.kind'),
      wideOnly: true,
      cell: ({ api, installsSoftware }) =>
        api?.kind ?? (installsSoftware ? t('marketplace.tag.software') : '–'),
    },
    {
      id: 'needs',
      title: t('marketplace.column.needs'),
      wideOnly: true,
      cell: ({ requires }) => list(requires.map(({ name }) => name)) || '–',
    },
  ];
  return (
    <DataTable
      caption={t('marketplace.title')}
      columns={columns}
      rows={listings}
      keyOf={({ source, entry }) => `${source}/${entry}`}
      {...sorting(query, 'name')}
    />
  );
}
