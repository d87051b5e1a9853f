import {
  useKratixTranslation,
  PlainButton,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Checkbox from '@material-ui/core/Checkbox';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDown from '@material-ui/icons/ArrowDropDown';
import { useState } from 'react';

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
    box: { padding: 4, marginRight: theme.spacing(1) },
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
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { facet, onChange } = props;
  const options = optionsOf(facet);
  const chosenTitles = options
    .filter(({ value }) => facet.chosen.includes(value))
    .map(({ title }) => title);
  if (options.length === 0) return null;
  return (
    <>
      <PlainButton
        variant="outlined"
        className={classes.button}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        endIcon={<ArrowDropDown />}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {facet.title}{' '}
        <span className={classes.chosen}>
          {chosenTitles.length > 0
            ? formats.list(chosenTitles)
            : t('tables.all')}
        </span>
      </PlainButton>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ 'aria-label': facet.title, dense: true }}
        PaperProps={{ style: { maxHeight: 420 } }}
      >
        {options.map(({ value, title, count }) => {
          const checked = facet.chosen.includes(value);
          return (
            <MenuItem
              key={value}
              role="menuitemcheckbox"
              aria-checked={checked}
              onClick={() => onChange(toggled(facet.chosen, value))}
            >
              <Checkbox
                checked={checked}
                className={classes.box}
                size="small"
                color="primary"
                tabIndex={-1}
                disableRipple
                inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
              />
              <ListItemText primary={<bdi>{title}</bdi>} />
              <span className={classes.count}>{formats.number(count)}</span>
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
