import { Link } from '@backstage/core-components';
import type { RequestView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  HealthStatus,
  useKratixTranslation,
  MiddleCut,
  RequestStatus,
  TimeAgo,
  VersionTag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useMemo } from 'react';
import { EntityLink, useLinks } from '../navigation';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import type { Column } from '../tables';

/** A column of the list of requests, and whether it is shown unasked. @internal */
export interface RequestColumn extends Column<RequestView> {
  usual: boolean;
  /** Cannot be hidden. */
  fixed?: boolean;
}

const printerColumns = 3;

/** All columns there are for these rows. @internal */
export function useRequestColumns(options: {
  severalPlatforms: boolean;
  /** Of one Promise alone, whose own columns then show. */
  onePromise: boolean;
  rows: RequestView[];
}): RequestColumn[] {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { titleOf } = usePlatformTitles();
  const { severalPlatforms, onePromise, rows } = options;
  // On a laptop, beside the portal's own navigation, one column is too many.
  const roomy = useMediaQuery('(min-width: 1500px)');
  const extra = onePromise
    ? Object.keys(rows.at(0)?.columns ?? {}).slice(0, printerColumns)
    : [];
  const extraKey = extra.join('\n');
  return useMemo(() => {
    const columns: RequestColumn[] = [
      {
        id: 'status',
        title: t('requestsPage.column.status'),
        sort: 'status',
        state: true,
        noWrap: true,
        usual: true,
        fixed: true,
        cell: row => <RequestStatus description={row.description} clause />,
      },
      {
        id: 'name',
        title: t('requestsPage.column.name'),
        sort: 'name',
        header: true,
        usual: true,
        fixed: true,
        cell: row => (
          <Link to={links.request(row)}>
            <MiddleCut text={row.name} />
          </Link>
        ),
      },
      {
        id: 'promise',
        title: t('requestsPage.column.promise'),
        sort: 'promise',
        usual: true,
        cell: row => (
          <Link
            to={links.promise({ platform: row.platform, name: row.promise })}
          >
            <bdi>{row.promiseTitle}</bdi>
          </Link>
        ),
      },
      {
        id: 'team',
        title: t('requestsPage.column.team'),
        sort: 'team',
        usual: true,
        cell: row =>
          row.owner ? <EntityLink entityRef={row.owner} /> : t('tables.noTeam'),
      },
      {
        id: 'platform',
        title: t('requestsPage.column.platform'),
        sort: 'platform',
        usual: severalPlatforms,
        wideOnly: !severalPlatforms,
        noWrap: true,
        cell: row => titleOf(row.platform),
      },
      {
        id: 'version',
        title: t('requestsPage.column.version'),
        usual: true,
        wideOnly: true,
        cell: row => <VersionTag version={row.description.version} />,
      },
      {
        id: 'health',
        title: t('requestsPage.column.health'),
        noWrap: true,
        usual: true,
        wideOnly: true,
        cell: row => <HealthStatus state={row.description.health.state} />,
      },
      {
        id: 'age',
        title: t('requestsPage.column.age'),
        noWrap: true,
        sort: 'age',
        usual: true,
        cell: row => <TimeAgo time={row.createdAt} form="age" />,
      },
      {
        id: 'changed',
        title: t('requestsPage.column.changed'),
        noWrap: true,
        sort: 'changed',
        usual: roomy,
        wideOnly: true,
        cell: row => <TimeAgo time={row.changedAt} />,
      },
      {
        id: 'namespace',
        title: t('requestsPage.column.namespace'),
        sort: 'namespace',
        usual: false,
        wideOnly: true,
        cell: row => row.namespace,
      },
      {
        id: 'service',
        title: t('requestsPage.column.service'),
        usual: false,
        wideOnly: true,
        cell: row =>
          row.service ? <EntityLink entityRef={row.service} /> : '–',
      },
      {
        id: 'requester',
        title: t('requestsPage.column.requester'),
        usual: false,
        wideOnly: true,
        cell: row =>
          row.requester ? <EntityLink entityRef={row.requester} /> : '–',
      },
    ];
    for (const name of extraKey ? extraKey.split('\n') : []) {
      columns.push({
        id: `printer:${name}`,
        title: name,
        usual: true,
        wideOnly: true,
        cell: row => <bdi>{row.columns[name] ?? '–'}</bdi>,
      });
    }
    return columns;
  }, [t, links, titleOf, severalPlatforms, roomy, extraKey]);
}
