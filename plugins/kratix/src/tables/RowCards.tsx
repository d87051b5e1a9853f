import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import type { Column } from './Column';

const useStyles = makeStyles(
  theme => ({
    cards: { listStyle: 'none', margin: 0, padding: 0 },
    card: {
      padding: theme.spacing(1.25, 1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 'none' },
    },
    head: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 1.5),
      minWidth: 0,
    },
    second: {
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
      marginTop: 2,
    },
    title: { fontWeight: 600 },
  }),
  { name: 'KratixRowCards' },
);

/**
 * Rows as cards of two lines: how it is, what it is and what can be done with
 * it, and below that what else there is to know.
 *
 * @internal
 */
export function RowCards<Row>(props: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  /** Also of the row, for a moment. */
  markOf: (row: Row) => string | undefined;
}) {
  const classes = useStyles();
  const { caption, columns, rows, keyOf, markOf } = props;
  const first = columns.filter(({ state, header }) => state || header);
  const menus = columns.filter(({ menu }) => menu);
  const second = columns.filter(
    ({ state, header, menu, wideOnly }) =>
      !state && !header && !menu && !wideOnly,
  );
  return (
    <ul className={classes.cards} aria-label={caption}>
      {rows.map(row => (
        <li key={keyOf(row)} className={classNames(classes.card, markOf(row))}>
          <div className={classes.head}>
            <div className={classes.line}>
              {first.map(column => (
                <span key={column.id}>{column.cell(row)}</span>
              ))}
            </div>
            {menus.map(column => (
              <span key={column.id}>{column.cell(row)}</span>
            ))}
          </div>
          <div className={classNames(classes.line, classes.second)}>
            {second
              .filter(({ titled }) => titled?.(row) ?? true)
              .map(({ id, title, titled, cell }) => (
                <span key={id}>
                  {titled && <span className={classes.title}>{title} </span>}
                  {cell(row)}
                </span>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
