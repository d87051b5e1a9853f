import {
  useKratixTranslation,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import classNames from 'classnames';
import type { Column } from './Column';
import { RowCards } from './RowCards';
import { useHasRoom } from './useHasRoom';

const useStyles = makeStyles(
  theme => ({
    frame: {
      // Holds what is for screen readers alone inside of what scrolls.
      position: 'relative',
      overflowX: 'auto',
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
    },
    bare: { border: 'none', borderRadius: 0, background: 'transparent' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      color: theme.palette.text.primary,
      fontSize: '0.875rem',
    },
    head: {
      textAlign: 'start',
      padding: theme.spacing(1, 1.25),
      fontWeight: 600,
      whiteSpace: 'nowrap',
      color: theme.palette.text.secondary,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    sort: {
      all: 'unset',
      cursor: 'pointer',
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      minHeight: 24,
      '&:hover': { color: theme.palette.text.primary },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
    },
    cell: {
      textAlign: 'start',
      fontWeight: 400,
      padding: theme.spacing(0.75, 1.25),
      verticalAlign: 'middle',
      borderTop: `1px solid ${theme.palette.divider}`,
      maxWidth: 340,
    },
    noWrap: { whiteSpace: 'nowrap' },
    numeric: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
    row: {
      boxShadow: 'inset 0 0 0 0 transparent',
      transition: 'box-shadow 300ms',
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
      '&:hover': { background: theme.palette.action.hover },
    },
    changed: { boxShadow: `inset 4px 0 0 0 ${theme.palette.status.running}` },
  }),
  { name: 'KratixDataTable' },
);

/**
 * A list as a table, and as two-line cards where a table has no room. Rows
 * keep their place while they change; a changed one is marked for a moment.
 *
 * @internal
 */
export function DataTable<Row>(props: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
  sort?: { by?: string; dir: 'asc' | 'desc' };
  onSort?: (by: string) => void;
  changed?: ReadonlySet<string>;
  /** Inside a card that has a frame of its own. */
  bare?: boolean;
}) {
  const classes = useStyles();
  const { hasRoom, measured } = useHasRoom();
  const { t } = useKratixTranslation();
  const { caption, columns, rows, keyOf, sort, onSort, changed, bare } = props;
  const frame = bare ? `${classes.frame} ${classes.bare}` : classes.frame;
  const markOf = (row: Row) =>
    changed?.has(keyOf(row)) ? classes.changed : undefined;

  if (!hasRoom) {
    return (
      <div className={frame} ref={measured}>
        <RowCards {...{ caption, columns, rows, keyOf, markOf }} />
      </div>
    );
  }

  return (
    // Wide tables scroll sideways; the keyboard must reach that too.
    <div
      className={frame}
      ref={measured}
      role="group"
      aria-label={caption}
      tabIndex={0}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th
                key={column.id}
                scope="col"
                className={classNames(classes.head, {
                  [classes.numeric]: column.numeric,
                })}
                aria-sort={ariaSort(column, sort)}
              >
                {column.sort && onSort ? (
                  <SortButton
                    className={classes.sort}
                    title={column.title}
                    spoken={t('tables.sortBy', { column: column.title })}
                    direction={sort?.by === column.sort ? sort.dir : undefined}
                    onClick={() => column.sort && onSort(column.sort)}
                  />
                ) : (
                  <Title column={column} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr
              key={keyOf(row)}
              className={classNames(classes.row, markOf(row))}
            >
              {columns.map(column => {
                const className = classNames(classes.cell, {
                  [classes.numeric]: column.numeric,
                  [classes.noWrap]: column.noWrap,
                });
                return column.header ? (
                  <th key={column.id} scope="row" className={className}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Title<Row>(props: { column: Column<Row> }) {
  const { title, titleHidden } = props.column;
  return titleHidden ? <VisuallyHidden>{title}</VisuallyHidden> : <>{title}</>;
}

function ariaSort<Row>(
  column: Column<Row>,
  sort: { by?: string; dir: 'asc' | 'desc' } | undefined,
): 'ascending' | 'descending' | 'none' | undefined {
  if (!column.sort) return undefined;
  if (sort?.by !== column.sort) return 'none';
  return sort.dir === 'asc' ? 'ascending' : 'descending';
}

function SortButton(props: {
  className: string;
  title: string;
  spoken: string;
  direction?: 'asc' | 'desc';
  onClick: () => void;
}) {
  const { className, title, spoken, direction, onClick } = props;
  const Arrow = direction === 'desc' ? ArrowDownward : ArrowUpward;
  return (
    <button
      type="button"
      className={className}
      title={spoken}
      onClick={onClick}
    >
      {title}
      {direction && <Arrow aria-hidden style={{ fontSize: 16 }} />}
    </button>
  );
}
