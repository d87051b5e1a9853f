import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: theme.spacing(1, 2),
      margin: 0,
      '& dt': { fontWeight: 600 },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
      '& ul': { margin: 0, paddingLeft: theme.spacing(2) },
    },
  }),
  { name: 'KratixConsequenceList' },
);

/** What goes away, breaks or may wait, each under its word. @internal */
export interface ConsequenceGroup {
  id: string;
  title: string;
  lines: ReactNode[];
}

/** The parts of a dangerous action; groups without lines are left out. @internal */
export function ConsequenceList(props: { groups: ConsequenceGroup[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ id, title, lines }) => [
          <dt key={`${id} title`}>{title}</dt>,
          <dd key={id}>
            <ul>
              {lines.map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ul>
          </dd>,
        ])}
    </dl>
  );
}
