import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

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
    grow: { flex: '1 1 auto' },
  }),
  { name: 'KratixPageHeading' },
);

/** The one `h1` of a page, with what belongs beside it. @internal */
export function PageHeading(props: {
  title: ReactNode;
  count?: ReactNode;
  before?: ReactNode;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { title, count, before, children } = props;
  return (
    <div className={classes.root}>
      {before}
      <h1 className={classes.title}>
        {title}
        {count !== undefined && <span className={classes.count}> {count}</span>}
      </h1>
      {children}
    </div>
  );
}
