import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { visuallyHidden } from './focus';

const useStyles = makeStyles(
  { root: visuallyHidden },
  { name: 'KratixVisuallyHidden' },
);

/** Text for screen readers alone. @public */
export function VisuallyHidden(props: { children: ReactNode }) {
  const classes = useStyles();
  return <span className={classes.root}>{props.children}</span>;
}
