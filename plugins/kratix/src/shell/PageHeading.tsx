import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
      color: theme.palette.text.primary,
    },
    title: {
      margin: 0,
      fontSize: '1.5rem',
      lineHeight: 1.3,
      fontWeight: 700,
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    count: { color: theme.palette.text.secondary, fontWeight: 400 },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      color: theme.palette.text.secondary,
      minWidth: 0,
    },
    actions: {
      marginLeft: 'auto',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'KratixPageHeading' },
);

/** The one `h1` of a page, with what belongs beside it. @internal */
export function PageHeading(props: {
  title: ReactNode;
  count?: ReactNode;
  before?: ReactNode;
  /** What tells it from others of its name. */
  facts?: ReactNode;
  /** What can be done with all of it. */
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const heading = useFocusOnArrival();
  const { title, count, before, facts, actions, children } = props;
  return (
    <div className={classes.root}>
      {before}
      <h1 className={classes.title} ref={heading} tabIndex={-1}>
        {title}
        {count !== undefined && <span className={classes.count}> {count}</span>}
      </h1>
      {facts && <span className={classes.facts}>{facts}</span>}
      {actions && <span className={classes.actions}>{actions}</span>}
      {children}
    </div>
  );
}

/**
 * What was pressed to get here is gone with the page it was on, and the focus
 * with it: it goes to where the new page begins. Not where the portal was just
 * opened, as its own navigation comes first there.
 */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const arrived = useRef(key !== 'default' && wasPressed());
  useEffect(() => {
    const nowhere = document.activeElement === document.body;
    if (arrived.current && nowhere) heading.current?.focus();
  }, []);
  return heading;
}

/** Anything at all: an address that leads on to another is not pressed. */
function wasPressed(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}
