import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      columnGap: theme.spacing(1),
    },
    field: { flex: '1 1 220px', minWidth: 0 },
    buttons: { flex: 'none', paddingTop: theme.spacing(2.5) },
    card: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 6,
      padding: theme.spacing(1, 1.5, 0),
      margin: theme.spacing(0, 0, 1.5),
    },
  }),
  { name: 'KratixRowFrame' },
);

/** A row of a list or a map with its buttons, or a card. @internal */
export function RowFrame(props: {
  buttons?: ReactNode;
  isCard?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { buttons, isCard = false, children } = props;
  if (isCard) return <div className={classes.card}>{children}</div>;
  return (
    <div className={classes.row}>
      <div className={classes.field}>{children}</div>
      {buttons && <div className={classes.buttons}>{buttons}</div>}
    </div>
  );
}
