import type { PromiseChanges } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    frame: { overflowX: 'auto' },
    heading: {
      fontSize: '0.9375rem',
      fontWeight: 600,
      margin: theme.spacing(2, 0, 1),
    },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: '0.875rem',
      '& th, & td': {
        textAlign: 'start',
        verticalAlign: 'top',
        padding: theme.spacing(0.75, 1.5, 0.75, 0),
        borderBottom: `1px solid ${theme.palette.divider}`,
        overflowWrap: 'anywhere',
        minWidth: 96,
      },
      '& thead th': { color: theme.palette.text.secondary, fontWeight: 600 },
      '& tbody th': { fontWeight: 400 },
    },
    none: { margin: 0 },
  }),
  { name: 'KratixChangeTables' },
);

/** What differs between two versions of a Promise, breaking first. @internal */
export function ChangeTables(props: { changes: PromiseChanges }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { api, other } = props.changes;
  const breakingFirst = [...api].sort(
    (a, b) => Number(b.breaking) - Number(a.breaking),
  );
  return (
    <>
      <h3 className={classes.heading}>{t('install.upgrade.api')}</h3>
      {api.length === 0 ? (
        <p className={classes.none}>{t('install.upgrade.apiNone')}</p>
      ) : (
        <Table
          caption={t('install.upgrade.api')}
          rows={breakingFirst.map(
            ({ kind, path, breaking, before, after }) => ({
              what: (
                <>
                  <code>{path || t('install.upgrade.wholeApi')}</code>
                  <div>
                    {t(`install.upgrade.change.${kind}`)}{' '}
                    {breaking && (
                      <Tag tone="error">{t('install.upgrade.breaking')}</Tag>
                    )}
                  </div>
                </>
              ),
              before,
              after,
            }),
          )}
        />
      )}
      <h3 className={classes.heading}>{t('install.upgrade.other')}</h3>
      {other.length === 0 ? (
        <p className={classes.none}>{t('install.upgrade.otherNone')}</p>
      ) : (
        <Table
          caption={t('install.upgrade.other')}
          rows={other.map(({ about, change, name, before, after }) => ({
            what: (
              <>
                <code>{name}</code>
                <div>
                  {t(`install.upgrade.about.${about}`)}{' '}
                  {t(`install.upgrade.how.${change}`)}
                </div>
              </>
            ),
            before,
            after,
          }))}
        />
      )}
    </>
  );
}

function Table(props: {
  caption: string;
  rows: { what: ReactNode; before?: string; after?: string }[];
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={props.caption}>
        <thead>
          <tr>
            <th scope="col">{t('install.upgrade.what')}</th>
            <th scope="col">{t('install.upgrade.before')}</th>
            <th scope="col">{t('install.upgrade.after')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ what, before, after }, index) => (
            <tr key={index}>
              <th scope="row">{what}</th>
              <td>
                <bdi>{before ?? t('install.upgrade.absent')}</bdi>
              </td>
              <td>
                <bdi>{after ?? t('install.upgrade.absent')}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
