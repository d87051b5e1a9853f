import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  RequestChip,
  RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  Loaded,
  Panel,
  SkeletonRows,
  useFormats,
  useLive,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';
import { RequestRows } from './RequestRows';

const rows = 5;
const counters = ['attention', 'in-progress', 'ready', 'outdated'] as const;

const useStyles = makeStyles(
  theme => ({
    counters: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 3),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 1.5),
      padding: 0,
    },
    number: {
      display: 'block',
      fontSize: '1.5rem',
      fontWeight: 700,
      lineHeight: 1.2,
    },
  }),
  { name: 'KratixTeamRequestsCard' },
);

/** What a team has of the platform. @internal */
interface TeamRequests {
  total: number;
  /** There may be others, which the person may not see. */
  partial?: boolean;
  counts: Partial<Record<RequestChip, number>>;
  worst: RequestView[];
}

/** On a team's page: how its requests are, and the worst of them. @public */
export function TeamRequestsCard() {
  const { entity } = useEntity();
  const { t } = useKratixTranslation();
  const team = stringifyEntityRef(entity);
  const requests = useLive<TeamRequests>({
    key: `team ${team}`,
    gatherMs: 2_000,
    read: async (api, signal) => {
      const [worst, ...counted] = await Promise.all([
        api.listRequests({ team, sort: 'attention', size: rows }, { signal }),
        ...counters.map(chip =>
          api.listRequests({ team, chip, size: 1 }, { signal }),
        ),
      ]);
      const counts = counters.map((chip, index) => [
        chip,
        counted[index].total,
      ]);
      return {
        total: worst.total,
        partial: worst.partial,
        worst: worst.items,
        counts: Object.fromEntries(counts),
      };
    },
    onEvent: event => (event.type === 'request' ? 'refresh' : 'none'),
  });
  return (
    <Panel title={t('team.title')}>
      <Loaded
        of={requests}
        skeleton={<SkeletonRows count={4} height={28} />}
        forbidden={{
          what: t('requestsPage.what'),
          permission: 'kratix.request.read',
        }}
      >
        {value => <TeamRequestsView team={team} requests={value} />}
      </Loaded>
    </Panel>
  );
}

/** @internal */
export function TeamRequestsView(props: {
  team: string;
  requests: TeamRequests;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const links = useLinks();
  const { team, requests } = props;
  if (requests.total === 0) {
    const none = requests.partial ? 'requestsPage.noneSeen' : 'team.none';
    return <EmptyState compact title={t(none)} />;
  }
  return (
    <>
      <ul className={classes.counters}>
        {counters.map(chip => (
          <li key={chip}>
            <Link to={links.requests({ team, chip })}>
              <span className={classes.number}>
                {number(requests.counts[chip] ?? 0)}
              </span>
              {t(`requestsPage.chip.${chip}`)}
            </Link>
          </li>
        ))}
      </ul>
      <RequestRows requests={requests.worst} label={t('team.title')} />
    </>
  );
}
