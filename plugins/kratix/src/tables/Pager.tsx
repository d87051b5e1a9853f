import {
  useKratixTranslation,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import NativeSelect from '@material-ui/core/NativeSelect';
import { makeStyles } from '@material-ui/core/styles';
import Pagination from '@material-ui/lab/Pagination';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1.5, 0),
      color: theme.palette.text.primary,
    },
    grow: { marginLeft: 'auto' },
  }),
  { name: 'KratixPager' },
);

/** @internal */
export const pageSizes = [25, 50, 100] as const;

/** Which rows are shown, of how many, and the way to the others. @internal */
export function Pager(props: {
  page: number;
  size: number;
  total: number;
  onPage: (page: number) => void;
  /** Absent where the size is fixed. */
  onSize?: (size: number) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const { page, size, total, onPage, onSize } = props;
  const first = total === 0 ? 0 : (page - 1) * size + 1;
  const last = Math.min(total, page * size);
  const pages = Math.max(1, Math.ceil(total / size));
  return (
    <div className={classes.root}>
      <span>
        {t('tables.range', {
          first: number(first),
          last: number(last),
          total: number(total),
        })}
      </span>
      {onSize && total > pageSizes[0] && (
        <NativeSelect
          className={classes.grow}
          value={size}
          inputProps={{ 'aria-label': t('tables.size') }}
          onChange={({ target }) => onSize(Number(target.value))}
        >
          {pageSizes.map(one => (
            <option key={one} value={one}>
              {t('tables.perPage', { n: number(one) })}
            </option>
          ))}
        </NativeSelect>
      )}
      {pages > 1 && (
        <Pagination
          count={pages}
          page={Math.min(page, pages)}
          onChange={(_event, chosen) => onPage(chosen)}
          siblingCount={1}
          size="small"
          aria-label={t('tables.pages')}
        />
      )}
    </div>
  );
}
