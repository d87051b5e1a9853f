import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { useState, type ReactNode } from 'react';
import { focusRings } from './focus';

const useStyles = makeStyles(
  theme => ({
    root: {
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
      minWidth: 0,
      color: theme.palette.text.primary,
      // Also on pages of the catalog, which have no outlines of their own.
      ...focusRings(theme),
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 2, 1),
    },
    title: {
      ...theme.typography.subtitle1,
      fontWeight: 600,
      lineHeight: 1.4,
      margin: 0,
      flex: '1 1 auto',
    },
    body: { padding: theme.spacing(0.5, 2, 2), minWidth: 0 },
    flush: { padding: 0 },
  }),
  { name: 'KratixPanel' },
);

let panels = 0;

/** A card with a heading of its own, named as a region. @public */
export function Panel(props: {
  title: ReactNode;
  actions?: ReactNode;
  /** The content brings its own padding, as tables do. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  // React 17 has no useId.
  const [id] = useState(() => `kratix-panel-${(panels += 1)}`);
  const { title, actions, flush, className, children } = props;
  return (
    <section
      className={classNames(classes.root, className)}
      aria-labelledby={id}
    >
      <div className={classes.head}>
        <h2 className={classes.title} id={id}>
          {title}
        </h2>
        {actions}
      </div>
      <div className={classNames(classes.body, { [classes.flush]: flush })}>
        {children}
      </div>
    </section>
  );
}
