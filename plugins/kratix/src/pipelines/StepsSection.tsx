import type { PipelineRun } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  focusRing,
  useKratixTranslation,
  Panel,
  Tag,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { StepItem } from './StepItem';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '240px minmax(0, 1fr)',
      gap: theme.spacing(2),
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    runs: { listStyle: 'none', margin: 0, padding: 0 },
    run: {
      font: 'inherit',
      textAlign: 'start',
      width: '100%',
      cursor: 'pointer',
      background: 'transparent',
      border: 'none',
      borderLeft: '3px solid transparent',
      borderRadius: 4,
      padding: theme.spacing(1),
      color: theme.palette.text.primary,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
      '&:hover': { background: theme.palette.action.hover },
      '&[aria-current]': {
        background: theme.palette.action.selected,
        borderLeftColor: theme.palette.primary.main,
        fontWeight: 600,
      },
      ...focusRing(theme),
    },
    steps: { listStyle: 'none', margin: 0, padding: 0 },
  }),
  { name: 'KratixStepsSection' },
);

/** The runs of a request's steps, newest first; the open one in the address. @internal */
export function StepsSection(props: { runs: PipelineRun[] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { clock } = useFormats();
  const [params, setParams] = useSearchParams();
  const { runs } = props;
  const latest = runs.at(0);
  if (!latest) {
    return (
      <EmptyState
        title={t('requestPage.steps.none')}
        text={t('requestPage.steps.noneHint')}
      />
    );
  }
  const chosen = runs.find(({ id }) => id === params.get('run')) ?? latest;
  const nameOf = ({ startedAt }: PipelineRun) =>
    startedAt
      ? t('requestPage.steps.run', { time: clock(startedAt) })
      : t('requestPage.steps.runUntimed');
  const open = (run: PipelineRun) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        next.set('run', run.id);
        return next;
      },
      { replace: true },
    );
  return (
    <div className={classes.root}>
      <Panel title={t('requestPage.steps.runs')}>
        <ul className={classes.runs}>
          {runs.map(run => (
            <li key={run.id}>
              <button
                type="button"
                className={classes.run}
                aria-current={run.id === chosen.id ? 'true' : undefined}
                onClick={() => open(run)}
              >
                {nameOf(run)}
                {run.id === latest.id && (
                  <Tag>{t('requestPage.steps.latest')}</Tag>
                )}
                {run.action === 'delete' && (
                  <Tag>{t('requestPage.steps.delete')}</Tag>
                )}
                {run.specChanged && (
                  <Tag>{t('requestPage.steps.specChanged')}</Tag>
                )}
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={nameOf(chosen)}>
        <ol className={classes.steps} aria-label={t('requestPage.steps.steps')}>
          {chosen.steps.map(step => (
            <StepItem key={step.name} step={step} />
          ))}
        </ol>
      </Panel>
    </div>
  );
}
