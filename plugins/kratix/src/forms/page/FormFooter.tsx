import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      maxWidth: 720,
      position: 'sticky',
      bottom: 0,
      // Below it lies the portal's own bar.
      [theme.breakpoints.down('xs')]: { bottom: 56 },
      zIndex: 2,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 0),
      background: theme.palette.background.default,
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    hint: {
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      [theme.breakpoints.down('xs')]: { display: 'none' },
    },
    wide: { maxWidth: 960 },
    main: {
      marginLeft: 'auto',
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'KratixFormFooter' },
);

/** What can be done now, always in reach. @internal */
export function FormFooter(props: {
  before: ReactNode;
  hint?: ReactNode;
  /** As what stands above it. */
  wide?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classNames(classes.root, { [classes.wide]: props.wide })}>
      {props.before}
      <span className={classes.main}>
        {props.hint && <span className={classes.hint}>{props.hint}</span>}
        {props.children}
      </span>
    </div>
  );
}
