import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  Panel,
  StatusLabel,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import Language from '@material-ui/icons/Language';
import VpnKey from '@material-ui/icons/VpnKeyOutlined';
import { DataTable } from '../tables';
import { rightWords } from './rightWords';

const useStyles = makeStyles(
  theme => ({
    text: { margin: theme.spacing(0, 2, 1), display: 'grid', gap: 4 },
    none: { margin: theme.spacing(0, 2, 2) },
    marks: { display: 'grid', gap: 2 },
  }),
  { name: 'KratixRightsPanel' },
);

/** What the steps of a Promise may do on the cluster; far-reaching rights stand out. @internal */
export function RightsPanel(props: { rights: ListingDetail['rights'] }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const formats = useFormats();
  const { rights } = props;
  const wide = rights.filter(({ clusterWide }) => clusterWide).length;
  const secrets = rights.filter(({ readsSecrets }) => readsSecrets).length;
  if (rights.length === 0) {
    return (
      <Panel title={t('marketplace.contents.rights')} flush>
        <p className={classes.none}>{t('marketplace.contents.noRights')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('marketplace.contents.rights')} flush>
      {(wide > 0 || secrets > 0) && (
        <div className={classes.text}>
          {wide > 0 && (
            <StatusLabel tone="warn" icon={Language}>
              {t('marketplace.contents.wideCount', { count: wide })}
            </StatusLabel>
          )}
          {secrets > 0 && (
            <StatusLabel tone="warn" icon={VpnKey}>
              {t('marketplace.contents.secretsCount', { count: secrets })}
            </StatusLabel>
          )}
        </div>
      )}
      <DataTable
        bare
        caption={t('marketplace.contents.rights')}
        columns={[
          {
            id: 'pipeline',
            title: t('marketplace.contents.pipeline'),
            wideOnly: true,
            cell: ({ right }) => right.pipeline,
          },
          {
            id: 'may',
            title: t('marketplace.contents.right.may'),
            header: true,
            cell: ({ words }) => words.may,
          },
          {
            id: 'on',
            title: t('marketplace.contents.right.on'),
            cell: ({ words }) => words.on,
          },
          {
            id: 'where',
            title: t('marketplace.contents.right.where'),
            cell: ({ words }) => words.where,
          },
          {
            id: 'marks',
            title: t('marketplace.contents.right.marks'),
            cell: ({ right }) => (
              <span className={classes.marks}>
                {right.clusterWide && (
                  <StatusLabel tone="warn" icon={Language}>
                    {t('marketplace.contents.wide')}
                  </StatusLabel>
                )}
                {right.readsSecrets && (
                  <StatusLabel tone="warn" icon={VpnKey}>
                    {t('marketplace.contents.secrets')}
                  </StatusLabel>
                )}
              </span>
            ),
          },
        ]}
        rows={rights.map((right, index) => ({
          right,
          key: `${index}`,
          words: rightWords(right, t, formats),
        }))}
        keyOf={({ key }) => key}
      />
    </Panel>
  );
}
