import {
  useKratixMarketplaceTranslation,
  Panel,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import type { MissingRequirement, PlanItem } from './installPlan';

const useStyles = makeStyles(
  theme => ({
    text: { margin: theme.spacing(0, 0, 1) },
    list: { margin: 0, paddingLeft: theme.spacing(3) },
    item: { marginBottom: theme.spacing(0.5), overflowWrap: 'anywhere' },
    secondary: { color: theme.palette.text.secondary },
    missing: {
      fontSize: '0.9375rem',
      fontWeight: 600,
      margin: theme.spacing(2, 0, 1),
    },
  }),
  { name: 'KratixPlanPanel' },
);

/** What will be installed in which order, and what is missing for it. @internal */
export function PlanPanel(props: {
  items: readonly PlanItem[];
  missing: readonly MissingRequirement[];
  onAdd: (names: string[]) => void;
  onRemove: (name: string) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { items, missing, onAdd, onRemove } = props;
  const offered = missing.filter(({ listing }) => listing);
  return (
    <Panel title={t('install.plan.title')}>
      {items.length > 1 && (
        <p className={classes.text}>{t('install.plan.intro')}</p>
      )}
      <ol className={classes.list}>
        {items.map(({ name, version, requiredBy, main, source }) => (
          <li key={`${name} ${version}`} className={classes.item}>
            <strong>
              {version ? t('install.plan.item', { name, version }) : name}
            </strong>{' '}
            <span className={classes.secondary}>
              {requiredBy && !main
                ? `${t('install.plan.requiredBy', { name: requiredBy })} `
                : ''}
              {t('install.plan.from', { source })}
            </span>{' '}
            {!main && (
              <PlainButton
                size="small"
                aria-label={t('install.plan.removeNamed', { name })}
                onClick={() => onRemove(name)}
              >
                {t('install.plan.remove')}
              </PlainButton>
            )}
          </li>
        ))}
      </ol>
      {missing.length > 0 && (
        <>
          <h3 className={classes.missing}>{t('install.plan.missing')}</h3>
          <ul className={classes.list}>
            {missing.map(({ name, version, listing, requiredBy }) => (
              <li key={`${name} ${version}`} className={classes.item}>
                <strong>
                  {version ? t('install.plan.item', { name, version }) : name}
                </strong>{' '}
                <span className={classes.secondary}>
                  {requiredBy &&
                    t('install.plan.requiredBy', { name: requiredBy })}
                </span>{' '}
                {listing ? (
                  <PlainButton
                    size="small"
                    variant="outlined"
                    aria-label={t('install.plan.addNamed', { name })}
                    onClick={() => onAdd([name])}
                  >
                    {t('install.plan.add')}
                  </PlainButton>
                ) : (
                  <span>
                    {version
                      ? t('install.plan.noSourceVersion', { name, version })
                      : t('install.plan.noSource', { name })}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {offered.length > 1 && (
            <PlainButton
              size="small"
              variant="outlined"
              onClick={() => onAdd(offered.map(({ name }) => name))}
            >
              {t('install.plan.addAll')}
            </PlainButton>
          )}
        </>
      )}
    </Panel>
  );
}
