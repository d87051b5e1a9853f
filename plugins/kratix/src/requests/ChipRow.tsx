import {
  requestChipSchema,
  type RequestChip,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  focusRing,
  useKratixTranslation,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { allChip } from './requestQuery';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: theme.spacing(0, 0, 1.5),
      padding: 0,
      [theme.breakpoints.down('xs')]: {
        flexWrap: 'nowrap',
        overflowX: 'auto',
        // Room for the outline of what has focus, which would be cut off.
        margin: theme.spacing(0, -0.5, 1),
        padding: theme.spacing(0.5),
        '& > li': { flex: 'none' },
      },
    },
    chip: {
      font: 'inherit',
      fontSize: '0.875rem',
      cursor: 'pointer',
      minHeight: 32,
      padding: theme.spacing(0.25, 1.5),
      borderRadius: 999,
      border: `1px solid ${theme.palette.text.secondary}`,
      background: 'transparent',
      color: theme.palette.text.primary,
      '&:hover': { background: theme.palette.action.hover },
      '&[aria-pressed="true"]': {
        background: theme.palette.text.primary,
        color: theme.palette.background.paper,
        borderColor: theme.palette.text.primary,
      },
      ...focusRing(theme),
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
        borderRadius: 999,
      },
    },
    count: { fontVariantNumeric: 'tabular-nums', opacity: 0.85 },
  }),
  { name: 'KratixChipRow' },
);

/** Sets that people look for most, with how many are in each. @internal */
export function ChipRow(props: {
  counts: Record<string, number>;
  chosen: RequestChip | undefined;
  onChoose: (chip: RequestChip | typeof allChip) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const { counts, chosen, onChoose } = props;
  // An empty set is not worth its place, unless it is what is looked at.
  const chips = requestChipSchema.options.filter(
    chip => chip === chosen || chip === 'mine' || (counts[chip] ?? 0) > 0,
  );
  return (
    <ul className={classes.root} aria-label={t('requestsPage.sets')}>
      <li>
        <button
          type="button"
          className={classes.chip}
          aria-pressed={chosen === undefined}
          onClick={() => onChoose(allChip)}
        >
          {t('requestsPage.chip.all')}
        </button>
      </li>
      {chips.map(chip => (
        <li key={chip}>
          <button
            type="button"
            className={classes.chip}
            aria-pressed={chip === chosen}
            onClick={() => onChoose(chip === chosen ? allChip : chip)}
          >
            {t(`requestsPage.chip.${chip}`)}{' '}
            <span className={classes.count}>{number(counts[chip] ?? 0)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
