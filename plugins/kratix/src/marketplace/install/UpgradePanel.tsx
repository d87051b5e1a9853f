import {
  stringifyRequestRef,
  type AffectedRequests,
  type PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  Panel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { EntityLink, useLinks } from '../../navigation';
import { SectionTabs } from '../../sections';
import { ChangeTables } from './ChangeTables';
import { YamlDiff } from './YamlDiff';

type Upgrade = NonNullable<PreflightReport['upgrade']>;

const useStyles = makeStyles(
  theme => ({
    versions: { margin: theme.spacing(0, 0, 2), fontWeight: 600 },
    heading: {
      fontSize: '0.9375rem',
      fontWeight: 600,
      margin: theme.spacing(2, 0, 1),
    },
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
    secondary: {
      color: theme.palette.text.secondary,
      margin: theme.spacing(0.5, 0),
    },
  }),
  { name: 'KratixUpgradePanel' },
);

/** What an upgrade changes, and whom it is felt by. @internal */
export function UpgradePanel(props: { upgrade: Upgrade }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const [tab, setTab] = useState<'words' | 'yaml'>('words');
  const { upgrade } = props;
  const { from, to, changes } = upgrade;
  const none = t('install.upgrade.noVersion');
  return (
    <Panel title={t('install.upgrade.title')}>
      <p className={classes.versions}>
        {t('install.upgrade.versions', { from: from ?? none, to: to ?? none })}
      </p>
      <SectionTabs
        label={t('install.upgrade.tabs')}
        current={tab}
        onChange={setTab}
        sections={[
          {
            id: 'words',
            title: t('install.upgrade.words'),
            content: () => <ChangeTables changes={changes} />,
          },
          {
            id: 'yaml',
            title: t('install.upgrade.yaml'),
            content: () => (
              <YamlDiff before={changes.before} after={changes.after} />
            ),
          },
        ]}
      />
      <Refused upgrade={upgrade} />
      <h3 className={classes.heading}>{t('install.upgrade.requests')}</h3>
      <RequestCounts requests={upgrade.requests} />
    </Panel>
  );
}

function Refused({ upgrade }: { upgrade: Upgrade }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { refused, refusedTotal } = upgrade;
  if (refusedTotal === 0) return null;
  const more = refusedTotal - refused.length;
  return (
    <>
      <h3 className={classes.heading}>{t('install.upgrade.refused')}</h3>
      <p className={classes.secondary}>{t('install.upgrade.refusedHint')}</p>
      <ul className={classes.list}>
        {refused.map(({ ref, owner, problems }) => (
          <li key={stringifyRequestRef(ref)}>
            <Link to={links.request(ref)}>
              <bdi>
                {ref.namespace} / {ref.name}
              </bdi>
            </Link>{' '}
            {owner && <EntityLink entityRef={owner} />}
            <ul className={classes.list}>
              {problems.map(problem => (
                <li key={problem} dir="auto">
                  {problem}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className={classes.secondary}>
          {t('install.upgrade.refusedMore', { count: more })}
        </p>
      )}
    </>
  );
}

/** How many requests of which team, and how many of them can't be seen. @internal */
export function RequestCounts({ requests }: { requests: AffectedRequests }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { total, byOwner, hidden } = requests;
  return (
    <>
      <p style={{ margin: 0 }}>
        {t('install.upgrade.total', { count: total })}
      </p>
      <ul className={classes.list}>
        {byOwner.map(({ owner, count }) => (
          <li key={owner}>
            {owner ? (
              <EntityLink entityRef={owner} />
            ) : (
              t('install.upgrade.noOwner')
            )}{' '}
            <span className={classes.secondary}>
              {t('install.upgrade.total', { count })}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className={classes.secondary}>
          {t('install.upgrade.hidden', { count: hidden })}
        </p>
      )}
    </>
  );
}
