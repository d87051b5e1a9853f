import {
  useKratixTranslation,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Checkbox from '@material-ui/core/Checkbox';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import { makeStyles } from '@material-ui/core/styles';
import FilterList from '@material-ui/icons/FilterList';
import { useState, type ReactNode } from 'react';
import { useOverlayClasses } from '../actions';
import { Facet, toggled, type FacetSpec } from './Facet';
import { useHasRoom } from './useHasRoom';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1.5),
    },
    end: {
      marginLeft: 'auto',
      display: 'flex',
      gap: theme.spacing(1),
      flexWrap: 'wrap',
    },
    set: { border: 'none', padding: 0, margin: theme.spacing(0, 0, 2) },
    legend: { fontWeight: 600, padding: 0 },
  }),
  { name: 'KratixFilterBar' },
);

/** Search, filters and what else belongs above a list. @internal */
export function FilterBar(props: {
  search: ReactNode;
  facets: FacetSpec[];
  onFacet: (key: string, chosen: string[]) => void;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { hasRoom, measured } = useHasRoom();
  const { t } = useKratixTranslation();
  const [more, setMore] = useState(false);
  const { search, facets, onFacet, children } = props;
  return (
    <div className={classes.root} ref={measured}>
      {search}
      {hasRoom ? (
        <>
          {facets
            .filter(({ rare, chosen }) => more || !rare || chosen.length > 0)
            .map(facet => (
              <Facet
                key={facet.key}
                facet={facet}
                onChange={chosen => onFacet(facet.key, chosen)}
              />
            ))}
          {facets.some(({ rare, options }) => rare && options.length > 0) && (
            <PlainButton aria-expanded={more} onClick={() => setMore(!more)}>
              {t(more ? 'tables.fewerFilters' : 'tables.moreFilters')}
            </PlainButton>
          )}
        </>
      ) : (
        <FilterDialog facets={facets} onFacet={onFacet} />
      )}
      {children && <div className={classes.end}>{children}</div>}
    </div>
  );
}

function FilterDialog(props: {
  facets: FacetSpec[];
  onFacet: (key: string, chosen: string[]) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const overlay = useOverlayClasses();
  const [open, setOpen] = useState(false);
  const { facets, onFacet } = props;
  const active = facets.filter(({ chosen }) => chosen.length > 0).length;
  return (
    <>
      <PlainButton
        variant="outlined"
        startIcon={<FilterList />}
        onClick={() => setOpen(true)}
      >
        {active > 0
          ? t('tables.filtersCount', { n: `${active}` })
          : t('tables.filters')}
      </PlainButton>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullScreen
        PaperProps={{ className: overlay.dialog }}
        aria-labelledby="kratix-filters-title"
      >
        <DialogTitle id="kratix-filters-title">
          {t('tables.filters')}
        </DialogTitle>
        <DialogContent>
          {facets.map(facet => (
            <fieldset key={facet.key} className={classes.set}>
              <legend className={classes.legend}>{facet.title}</legend>
              <FormGroup>
                {facet.options.map(({ value, title, count }) => (
                  <FormControlLabel
                    key={value}
                    control={
                      <Checkbox
                        color="primary"
                        checked={facet.chosen.includes(value)}
                        onChange={() =>
                          onFacet(facet.key, toggled(facet.chosen, value))
                        }
                      />
                    }
                    label={`${title} (${count})`}
                  />
                ))}
              </FormGroup>
            </fieldset>
          ))}
        </DialogContent>
        <DialogActions>
          <PlainButton color="primary" onClick={() => setOpen(false)}>
            {t('tables.showResults')}
          </PlainButton>
        </DialogActions>
      </Dialog>
    </>
  );
}
