import type { Step } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  parseTime,
  PlainButton,
  useFormats,
  useNow,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { ContainerStatus, PhaseStatus } from './PhaseStatus';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 'none' },
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 2),
    },
    name: { fontWeight: 600, minWidth: 140 },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    message: { margin: theme.spacing(0.5, 0, 0), overflowWrap: 'anywhere' },
    containers: {
      listStyle: 'none',
      margin: theme.spacing(0.75, 0, 0),
      padding: theme.spacing(0, 0, 0, 2),
      borderLeft: `2px solid ${theme.palette.divider}`,
      fontSize: '0.875rem',
      '& li': {
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(0.25, 1.5),
        padding: theme.spacing(0.25, 0),
      },
      '& code': { overflowWrap: 'anywhere', fontSize: '0.8125rem' },
    },
  }),
  { name: 'KratixStepItem' },
);

/** A step of a run: how it is, for how long, and its containers. @internal */
export function StepItem(props: { step: Step }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { step } = props;
  const { attempts = 0, nextRetryAt, message } = step;
  const own = step.containers.filter(container => container.own);
  const authors = step.containers.filter(container => !container.own);
  return (
    <li className={classes.root}>
      <div className={classes.line}>
        <span className={classes.name} dir="auto">
          {step.name}
        </span>
        <PhaseStatus phase={step.phase} />
        <span className={classes.quiet}>{took(step)}</span>
        {attempts > 1 && (
          <span className={classes.quiet}>
            {t('requestPage.steps.attempts', { count: attempts })}
          </span>
        )}
        {nextRetryAt && (
          <span className={classes.quiet}>
            {t('requestPage.steps.nextRetry', {
              in: formats.relative(nextRetryAt, now),
            })}
          </span>
        )}
      </div>
      {message && (
        <p className={classes.message} dir="auto">
          “{message}”
        </p>
      )}
      {authors.length > 0 && <Containers containers={authors} />}
      {own.length > 0 && (
        <PlainButton
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          endIcon={open ? <ExpandLess /> : <ExpandMore />}
        >
          {t('requestPage.steps.own', { n: `${own.length}` })}
        </PlainButton>
      )}
      {open && <Containers containers={own} />}
    </li>
  );

  function took({ startedAt, endedAt }: Step): string {
    const start = parseTime(startedAt);
    if (start === undefined) return '';
    const end = parseTime(endedAt);
    const seconds = ((end ?? now) - start) / 1000;
    const duration = formats.duration(seconds);
    return end === undefined
      ? t('requestPage.steps.running', { duration })
      : t('requestPage.steps.took', { duration });
  }
}

function Containers(props: { containers: Step['containers'] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  return (
    <ul
      className={classes.containers}
      aria-label={t('requestPage.steps.containers')}
    >
      {props.containers.map(({ name, image, state, exitCode, reason }) => (
        <li key={name}>
          <span>{name}</span>
          <ContainerStatus state={state} />
          {exitCode !== undefined && exitCode !== 0 && (
            <span>{t('requestPage.steps.exit', { code: `${exitCode}` })}</span>
          )}
          {reason && <span dir="auto">{reason}</span>}
          <code>{image}</code>
        </li>
      ))}
    </ul>
  );
}
