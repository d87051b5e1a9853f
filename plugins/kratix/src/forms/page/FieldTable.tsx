import {
  useKratixTranslation,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { pathText, type FieldRow, type FieldText } from './fieldRows';

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      tableLayout: 'fixed',
      fontSize: '0.875rem',
      '& th, & td': {
        textAlign: 'start',
        verticalAlign: 'top',
        padding: theme.spacing(0.75, 1, 0.75, 0),
        borderBottom: `1px solid ${theme.palette.divider}`,
        overflowWrap: 'anywhere',
        whiteSpace: 'pre-wrap',
      },
      '& thead th': {
        color: theme.palette.text.secondary,
        fontWeight: 600,
      },
      '& tbody th': { fontWeight: 400 },
    },
    before: { color: theme.palette.text.secondary },
    after: { fontWeight: 600 },
    none: { color: theme.palette.text.secondary, fontStyle: 'italic' },
  }),
  { name: 'KratixFieldTable' },
);

/** Fields with their values, or with what they were and will be. @internal */
export function FieldTable(props: {
  caption: string;
  rows: FieldRow[];
  /** Headings of the two values; one column of values without. */
  compare?: { before: string; after: string };
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { caption, rows, compare } = props;
  return (
    <table className={classes.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{t('formPage.review.column.field')}</th>
          {compare && <th scope="col">{compare.before}</th>}
          <th scope="col">
            {compare?.after ?? t('formPage.review.column.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ path, before, after, fixed }) => (
          <tr key={JSON.stringify(path)}>
            <th scope="row">
              <code>{pathText(path)}</code>
            </th>
            {compare && (
              <td className={classes.before}>
                <Value of={fixed ? after : before} />
              </td>
            )}
            <td className={compare && !fixed ? classes.after : undefined}>
              {fixed && compare ? (
                <Tag>{t('formPage.review.fixed')}</Tag>
              ) : (
                <Value of={after} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function Value({ of }: { of?: FieldText }) {
    if (!of) {
      return (
        <span className={classes.none}>{t('formPage.review.absent')}</span>
      );
    }
    if ('hidden' in of) {
      return (
        <span className={classes.none}>{t('formPage.review.hidden')}</span>
      );
    }
    return <bdi>{of.text}</bdi>;
  }
}
