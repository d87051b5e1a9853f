import { makeStyles } from '@material-ui/core/styles';
import { Fragment, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      // A long title breaks rather than leave its value no room.
      gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
      gap: theme.spacing(0.75, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
    },
  }),
  { name: 'KratixFactList' },
);

/** A title and what is known under it. @public */
export type Fact = [title: string, value: ReactNode];

/** Facts beside their titles. @public */
export function FactList(props: {
  facts: Fact[];
  /** Stands where nothing is known; without it such facts are left out. */
  missing?: string;
}) {
  const classes = useStyles();
  const { facts, missing } = props;
  const known = facts
    .map(([title, value]): Fact => [title, value ?? missing])
    .filter(([, value]) => value !== undefined && value !== '');
  return (
    <dl className={classes.root}>
      {known.map(([title, value]) => (
        <Fragment key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
