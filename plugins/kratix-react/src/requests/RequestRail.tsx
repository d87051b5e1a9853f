import type {
  RailStation,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import Autorenew from '@material-ui/icons/Autorenew';
import VisibilityOff from '@material-ui/icons/VisibilityOffOutlined';
import ErrorIcon from '@material-ui/icons/Error';
import HelpOutline from '@material-ui/icons/HelpOutline';
import History from '@material-ui/icons/History';
import PauseCircle from '@material-ui/icons/PauseCircleFilled';
import RadioButtonUnchecked from '@material-ui/icons/RadioButtonUnchecked';
import RemoveCircle from '@material-ui/icons/RemoveCircleOutline';
import ReportProblem from '@material-ui/icons/ReportProblem';
import type { StateIcon } from '../components/StatusLabel';
import { toneColor } from '../components/tones';
import { VisuallyHidden } from '../components/VisuallyHidden';
import { useFormats, useNow } from '../formats';
import { useKratixTranslation } from '../translation';

const looks: Record<RailStation['state'], { tone: Tone; icon: StateIcon }> = {
  done: { tone: 'ok', icon: CheckCircle },
  running: { tone: 'progress', icon: Autorenew },
  failed: { tone: 'error', icon: ErrorIcon },
  waiting: { tone: 'action', icon: PauseCircle },
  'not-reached': { tone: 'neutral', icon: RadioButtonUnchecked },
  'not-observed': { tone: 'neutral', icon: HelpOutline },
  'not-reported': { tone: 'neutral', icon: HelpOutline },
  'nothing-to-do': { tone: 'neutral', icon: RemoveCircle },
  'earlier-content': { tone: 'warn', icon: History },
  degraded: { tone: 'warn', icon: ReportProblem },
  'not-visible': { tone: 'neutral', icon: VisibilityOff },
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      color: theme.palette.text.primary,
      [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
    },
    station: {
      flex: '1 1 0',
      minWidth: 0,
      position: 'relative',
      paddingRight: theme.spacing(1),
      // The line to the next station.
      '&:not(:last-child)::before': {
        content: '""',
        position: 'absolute',
        top: 11,
        left: 28,
        right: 4,
        borderTop: `2px solid ${theme.palette.divider}`,
      },
      [theme.breakpoints.down('xs')]: {
        display: 'flex',
        gap: theme.spacing(1),
        paddingBottom: theme.spacing(1.5),
        '&:not(:last-child)::before': {
          top: 26,
          bottom: 2,
          left: 11,
          right: 'auto',
          borderTop: 'none',
          borderLeft: `2px solid ${theme.palette.divider}`,
        },
      },
    },
    reached: {
      '&:not(:last-child)::before': {
        borderColor: theme.palette.text.secondary,
      },
    },
    icon: { display: 'block', fontSize: 24 },
    turning: {
      animation: '$turn 2.4s linear infinite',
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
    '@keyframes turn': { to: { transform: 'rotate(360deg)' } },
    name: { fontWeight: 600, fontSize: '0.875rem', marginTop: 2 },
    state: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  }),
  { name: 'KratixRequestRail' },
);

/** The way of a request, from accepted to healthy; an ordered list. @public */
export function RequestRail(props: { rail: RailStation[] }) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const now = useNow();
  const current = currentStation(props.rail);

  return (
    <ol className={classes.root} aria-label={t('request.rail.title')}>
      {props.rail.map((station, index) => {
        const { tone, icon: Icon } = looks[station.state];
        const name = t(`request.rail.station.${station.station}`);
        const state = t(`request.rail.state.${station.state}`);
        const { done, total, time } = station;
        const counted = done !== undefined && total !== undefined && total > 0;
        const count =
          counted &&
          t('request.rail.count', { done: `${done}`, total: `${total}` });
        const what = counted
          ? t('request.rail.spokenCount', {
              station: name,
              state,
              done: `${done}`,
              total: `${total}`,
            })
          : t('request.rail.spoken', { station: name, state });
        const clock = time && formats.clock(time, now);
        return (
          <li
            key={station.station}
            className={
              station.state === 'done'
                ? `${classes.station} ${classes.reached}`
                : classes.station
            }
            aria-current={index === current ? 'step' : undefined}
          >
            <VisuallyHidden>
              {clock
                ? t('request.rail.spokenTime', { what, time: clock })
                : what}
            </VisuallyHidden>
            <Icon
              aria-hidden
              className={
                station.state === 'running'
                  ? `${classes.icon} ${classes.turning}`
                  : classes.icon
              }
              style={{ color: toneColor(theme, tone) }}
            />
            <span aria-hidden>
              <div className={classes.name}>
                {name} {count}
              </div>
              <div className={classes.state}>
                {station.state === 'done' && clock ? clock : state}
                {station.state !== 'done' && clock ? ` ${clock}` : null}
              </div>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Where it stands: the first station that is not behind it. */
function currentStation(rail: RailStation[]): number {
  const open = rail.findIndex(({ state }) =>
    ['running', 'failed', 'waiting', 'earlier-content', 'degraded'].includes(
      state,
    ),
  );
  if (open >= 0) return open;
  const lastDone = rail.map(({ state }) => state).lastIndexOf('done');
  return lastDone;
}
