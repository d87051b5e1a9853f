import { Link } from '@backstage/core-components';
import {
  parseRequestRef,
  type DestinationDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CauseList,
  EmptyState,
  FactList,
  useKratixTranslation,
  MiddleCut,
  Panel,
  StoreStatus,
  TimeAgo,
  useFormats,
  WriteStatus,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';
import { DataTable, type Column } from '../tables';
import { LabelTags } from './LabelTags';

type Placed = DestinationDetail['placements'][number];

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    columns: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
      gap: theme.spacing(2),
      alignItems: 'start',
    },
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
    note: {
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
      margin: theme.spacing(1, 2),
    },
  }),
  { name: 'KratixDestinationDetail' },
);

/** All about one Destination; on its page and as an entity's tab. @internal */
export function DestinationDetailView(props: {
  destination: DestinationDetail;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const { destination } = props;
  const { placements, placementCount, description } = destination;
  return (
    <div className={classes.root}>
      {description.causes.length > 0 && (
        <Panel title={t('destinations.detail.reason')}>
          <CauseList causes={description.causes} />
        </Panel>
      )}
      <div className={classes.columns}>
        <StorePanel destination={destination} />
        <SelfPanel destination={destination} />
        {destination.matchingPromises && (
          <MatchingPanel
            platform={destination.platform}
            names={destination.matchingPromises}
          />
        )}
      </div>
      <Panel
        flush
        title={t('destinations.detail.placementsCount', {
          n: number(placementCount),
        })}
      >
        {placements.length === 0 ? (
          <EmptyState
            title={t(
              // Counted is all there is, for those who may see all of it.
              destination.counts
                ? 'destinations.detail.noPlacements'
                : 'destinations.detail.noneSeen',
            )}
          />
        ) : (
          <Placements destination={destination} />
        )}
        {placements.length < placementCount && (
          <p className={classes.note}>
            {t('destinations.detail.first', {
              n: number(placements.length),
              total: number(placementCount),
            })}
          </p>
        )}
        <p className={classes.note}>{t('destinations.detail.keeps')}</p>
      </Panel>
    </div>
  );
}

function StorePanel(props: { destination: DestinationDetail }) {
  const { t } = useKratixTranslation();
  const { store, description } = props.destination;
  const label = description.store?.label;
  return (
    <Panel title={t('destinations.detail.store')}>
      <FactList
        missing="–"
        facts={[
          [
            t('destinations.detail.state'),
            label ? <StoreStatus label={label} /> : undefined,
          ],
          [
            t('destinations.detail.kind'),
            store && `${store.kind} ${store.name}`,
          ],
          [t('destinations.detail.location'), store?.location],
          [t('destinations.detail.branch'), store?.branch],
          [t('destinations.detail.path'), store?.path],
          [t('destinations.detail.auth'), store?.authMethod],
        ]}
      />
    </Panel>
  );
}

function SelfPanel(props: { destination: DestinationDetail }) {
  const { t } = useKratixTranslation();
  const { labels, path, cleanup, filepathMode, checkedAt } = props.destination;
  return (
    <Panel title={t('destinations.detail.labels')}>
      <FactList
        missing="–"
        facts={[
          [t('destinations.detail.labels'), <LabelTags labels={labels} />],
          [t('destinations.detail.path'), path],
          [t('destinations.detail.cleanup'), cleanup],
          [t('destinations.detail.mode'), filepathMode],
          [
            t('destinations.detail.checked'),
            <span title={t('destinations.detail.checkedHint')}>
              <TimeAgo time={checkedAt} />
            </span>,
          ],
        ]}
      />
    </Panel>
  );
}

function MatchingPanel(props: { platform: string; names: string[] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { platform, names } = props;
  return (
    <Panel title={t('destinations.detail.matching')}>
      {names.length === 0 && (
        <p style={{ margin: 0 }}>{t('destinations.detail.noMatching')}</p>
      )}
      <ul className={classes.list}>
        {names.map(name => (
          <li key={name}>
            <Link to={links.promise({ platform, name })}>{name}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Placements(props: { destination: DestinationDetail }) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { destination } = props;
  const columns: Column<Placed>[] = [
    {
      id: 'written',
      title: t('destinations.detail.written'),
      state: true,
      cell: ({ write, writeError }) => (
        <>
          <WriteStatus write={write} />
          {writeError && <div dir="auto">{writeError}</div>}
        </>
      ),
    },
    {
      id: 'request',
      title: t('destinations.detail.request'),
      cell: ({ request }) => {
        if (!request) return '–';
        const ref = parseRequestRef(request);
        return (
          <Link to={links.request(ref, 'placement')}>
            {ref.namespace} / {ref.name}
          </Link>
        );
      },
    },
    {
      id: 'promise',
      title: t('destinations.detail.promise'),
      cell: ({ promise: name }) =>
        name ? (
          <Link to={links.promise({ platform: destination.platform, name })}>
            {name}
          </Link>
        ) : (
          '–'
        ),
    },
    {
      id: 'work',
      title: t('destinations.detail.work'),
      header: true,
      cell: ({ work }) => <MiddleCut text={work} />,
    },
    {
      id: 'version',
      title: t('destinations.detail.version'),
      wideOnly: true,
      cell: ({ versionId }) =>
        versionId ? <MiddleCut text={versionId} /> : '–',
    },
  ];
  return (
    <DataTable
      bare
      caption={t('destinations.detail.placements')}
      columns={columns}
      rows={destination.placements}
      keyOf={({ work, request }) => `${work} ${request ?? ''}`}
    />
  );
}
