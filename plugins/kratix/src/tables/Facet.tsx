import {
  useKratixTranslation,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDown from '@material-ui/icons/ArrowDropDown';
import { CheckMenu } from './CheckMenu';

/** One thing to filter by, with what it can be and how often it is. @internal */
export interface FacetSpec {
  key: string;
  title: string;
  options: { value: string; title: string; count: number }[];
  chosen: string[];
  /** Offered when more filters are asked for, or while it filters. */
  rare?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    button: { textTransform: 'none', minHeight: 36, maxWidth: 260 },
    chosen: {
      fontWeight: 600,
      marginLeft: theme.spacing(0.75),
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    count: {
      marginLeft: theme.spacing(2),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'KratixFacet' },
);

/** What is chosen stays offered, even where nothing is left of it. */
function optionsOf(facet: FacetSpec) {
  const known = new Set(facet.options.map(({ value }) => value));
  const lost = facet.chosen
    .filter(value => !known.has(value))
    .map(value => ({ value, title: value, count: 0 }));
  return [...facet.options, ...lost];
}

/** @internal */
export function toggled(chosen: string[], value: string): string[] {
  return chosen.includes(value)
    ? chosen.filter(one => one !== value)
    : [...chosen, value];
}

/** A filter as a button that opens its values. @internal */
export function Facet(props: {
  facet: FacetSpec;
  onChange: (chosen: string[]) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const { facet, onChange } = props;
  const options = optionsOf(facet).map(({ value, title, count }) => ({
    id: value,
    title,
    isChosen: facet.chosen.includes(value),
    aside: <span className={classes.count}>{formats.number(count)}</span>,
  }));
  const chosenTitles = options
    .filter(({ isChosen }) => isChosen)
    .map(({ title }) => title);
  if (options.length === 0) return null;
  return (
    <CheckMenu
      label={facet.title}
      options={options}
      onToggle={value => onChange(toggled(facet.chosen, value))}
      look={{
        variant: 'outlined',
        className: classes.button,
        endIcon: <ArrowDropDown />,
      }}
    >
      {facet.title}{' '}
      <span className={classes.chosen}>
        {chosenTitles.length > 0 ? formats.list(chosenTitles) : t('tables.all')}
      </span>
    </CheckMenu>
  );
}
