import type {
  PlatformView,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  Count,
  useKratixTranslation,
  StatusLabel,
  type StateIcon,
} from '@kratix-portal/backstage-plugin-kratix-react';
import CheckCircle from '@material-ui/icons/CheckCircleOutline';
import HourglassEmpty from '@material-ui/icons/HourglassEmpty';
import Lock from '@material-ui/icons/LockOutlined';
import Remove from '@material-ui/icons/RemoveCircleOutline';
import Replay from '@material-ui/icons/Replay';
import { DataTable, type Column } from '../tables';
import { RightMark } from './RightMark';

type Kind = PlatformView['kinds'][number];

const looks: Record<Kind['state'], { tone: Tone; icon: StateIcon }> = {
  watching: { tone: 'ok', icon: CheckCircle },
  listing: { tone: 'progress', icon: HourglassEmpty },
  retrying: { tone: 'warn', icon: Replay },
  forbidden: { tone: 'error', icon: Lock },
  absent: { tone: 'neutral', icon: Remove },
};

const verbs = ['list', 'watch', 'get', 'create', 'patch', 'delete'] as const;

/** What the portal watches on a platform, and what it may do with it. @internal */
export function KindTable(props: { kinds: Kind[] }) {
  const { t } = useKratixTranslation();
  const columns: Column<Kind>[] = [
    {
      id: 'state',
      title: t('platforms.rights.state'),
      state: true,
      noWrap: true,
      cell: ({ state }) => (
        <StatusLabel {...looks[state]}>
          {t(`platforms.rights.stateOf.${state}`)}
        </StatusLabel>
      ),
    },
    {
      id: 'kind',
      title: t('platforms.rights.kind'),
      header: true,
      cell: ({ kind, plural, group }) => (
        <>
          {kind} <code>{group ? `${plural}.${group}` : plural}</code>
        </>
      ),
    },
    {
      id: 'count',
      title: t('platforms.rights.count'),
      numeric: true,
      cell: ({ count }) => <Count of={count} />,
    },
    ...verbs.map(
      (verb): Column<Kind> => ({
        id: verb,
        title: t(`platforms.rights.verb.${verb}`),
        noWrap: true,
        titled: ({ rights }) => rights[verb] !== undefined,
        cell: ({ rights }) => <RightMark right={rights[verb]} />,
      }),
    ),
  ];
  return (
    <DataTable
      bare
      caption={t('platforms.rights.title')}
      columns={columns}
      rows={props.kinds}
      keyOf={({ group, plural }) => `${plural}.${group}`}
    />
  );
}
