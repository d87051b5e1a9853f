import { makeStyles, type Theme } from '@material-ui/core/styles';
import ReportProblem from '@material-ui/icons/ReportProblemOutlined';
import type { ReactNode } from 'react';
import { toneColor } from './tones';

const useStyles = makeStyles(
  (theme: Theme) => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 1.5),
      marginBottom: theme.spacing(2),
      borderRadius: 6,
      border: `1px solid ${theme.palette.text.secondary}`,
      borderLeft: `4px solid ${toneColor(theme, 'warn')}`,
      background: theme.palette.background.paper,
      color: theme.palette.text.primary,
    },
    icon: { color: toneColor(theme, 'warn'), fontSize: 20, flex: 'none' },
    text: { flex: '1 1 240px' },
  }),
  { name: 'KratixWarningStrip' },
);

/** One slim line about what is not as it should be, above what there is. @public */
export function WarningStrip(props: {
  action?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <ReportProblem aria-hidden className={classes.icon} />
      <div className={classes.text}>{props.children}</div>
      {props.action}
    </div>
  );
}
