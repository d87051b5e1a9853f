import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      textAlign: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(5, 2),
      color: theme.palette.text.primary,
    },
    compact: { padding: theme.spacing(1, 0), alignItems: 'flex-start' },
    title: { ...theme.typography.subtitle1, fontWeight: 600, margin: 0 },
    text: {
      margin: 0,
      maxWidth: 520,
      textAlign: 'inherit',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'KratixEmptyState' },
);

/** Nothing is here: what it would be, and the one thing to do. @public */
export function EmptyState(props: {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  /** Inside a card rather than for a whole page. */
  compact?: boolean;
}) {
  const classes = useStyles();
  const { title, text, action, compact } = props;
  return (
    <div
      className={compact ? `${classes.root} ${classes.compact}` : classes.root}
      style={compact ? { textAlign: 'start' } : undefined}
    >
      <p className={classes.title}>{title}</p>
      {text && <p className={classes.text}>{text}</p>}
      {action}
    </div>
  );
}
