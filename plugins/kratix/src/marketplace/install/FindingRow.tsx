import type { PreflightFinding } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useKratixTranslation,
  PlainButton,
  StatusLabel,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { findingWords } from './findingWords';
import { levelLooks } from './looks';

const useStyles = makeStyles(
  theme => ({
    more: {
      margin: theme.spacing(0.25, 0, 0, 3.25),
      overflowWrap: 'anywhere',
    },
    secondary: { color: theme.palette.text.secondary },
    details: {
      margin: theme.spacing(0.5, 0, 0),
      padding: theme.spacing(1, 1, 1, 3),
      background: theme.palette.background.default,
      borderRadius: 6,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    tick: { marginLeft: -11 },
  }),
  { name: 'KratixFindingRow' },
);

/** One finding: how grave, what, what to do, and what exactly. @internal */
export function FindingRow(props: {
  finding: PreflightFinding;
  /** It speaks of what this plan brings. */
  planned?: boolean;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
  /** Where a detail names something with a page of its own. */
  linkOf?: (detail: string) => string | undefined;
  /** Something that can be done about it. */
  action?: ReactNode;
  /** What opens below it. */
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const [open, setOpen] = useState(false);
  const { finding, planned = false, ticked, onTick, action, children } = props;
  const { linkOf } = props;
  const level = planned ? 'fine' : finding.level;
  const { text, next } = findingWords(
    finding,
    { t: tm, shared: t },
    { planned },
  );
  const { platformSays } = finding;
  // What the platform says may be a list: once is enough.
  const details =
    platformSays === finding.details.join('\n') ? [] : finding.details;
  const toTick = level === 'warning';
  return (
    <li>
      <StatusLabel {...levelLooks[level]}>
        {/* The outcome is spoken before what was looked at. */}
        <VisuallyHidden>
          {tm(`install.preflight.level.${level}`)}:{' '}
        </VisuallyHidden>
        <span dir="auto">{text}</span>
      </StatusLabel>
      {platformSays && (
        <div className={`${classes.more} ${classes.secondary}`} dir="auto">
          {t('cause.platformSays', { message: platformSays })}
        </div>
      )}
      {next && !planned && (
        <div className={`${classes.more} ${classes.secondary}`}>{next}</div>
      )}
      {(details.length > 0 || action) && (
        <div className={`${classes.more} ${classes.actions}`}>
          {details.length > 0 && (
            <PlainButton
              size="small"
              aria-expanded={open}
              aria-label={
                open
                  ? undefined
                  : tm('install.preflight.detailsOf', {
                      count: details.length,
                      text,
                    })
              }
              onClick={() => setOpen(!open)}
            >
              {open
                ? tm('install.preflight.hideDetails')
                : tm('install.preflight.details', { count: details.length })}
            </PlainButton>
          )}
          {action}
        </div>
      )}
      {open && (
        <ul className={`${classes.more} ${classes.details}`}>
          {details.map((line, index) => (
            <li key={index} dir="auto">
              <Detail text={line} to={linkOf?.(line)} />
            </li>
          ))}
        </ul>
      )}
      {children && <div className={classes.more}>{children}</div>}
      {toTick && (
        <div className={classes.more}>
          <FormControlLabel
            className={classes.tick}
            control={
              <Checkbox
                color="primary"
                checked={ticked}
                onChange={({ target }) => onTick(target.checked)}
              />
            }
            label={tm('install.preflight.tick', { text })}
          />
        </div>
      )}
    </li>
  );
}

function Detail({ text, to }: { text: string; to?: string }) {
  return to === undefined ? <>{text}</> : <Link to={to}>{text}</Link>;
}
