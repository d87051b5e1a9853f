import { Link } from '@backstage/core-components';
import type { PlatformView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  type Fact,
  FactList,
  useKratixTranslation,
  Panel,
  PlainButton,
  PlatformStatus,
  Tag,
  TimeAgo,
  useCauseWords,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { EntityLink, useLinks } from '../navigation';
import { clusterRoleFor } from './clusterRole';
import { diagnosticsOf } from './diagnostics';
import { KindTable } from './KindTable';

const useStyles = makeStyles(
  theme => ({
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(0, 0, 1.5),
    },
    tags: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.75) },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1.5),
    },
    down: { margin: theme.spacing(0, 0, 1.5) },
  }),
  { name: 'KratixPlatformPanel' },
);

const down = new Set(['unreachable', 'refused', 'last-known']);

/** One platform: its connection, what is on it and what is missing. @internal */
export function PlatformPanel(props: {
  platform: PlatformView;
  /** With the kinds unfolded, as on a page of its own. */
  open?: boolean;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { list } = useFormats();
  const links = useLinks();
  const wordsOf = useCauseWords();
  const [open, setOpen] = useState(props.open ?? false);
  const { platform } = props;
  const { id, title, description, counts, kinds } = platform;
  const role = clusterRoleFor(kinds);
  const refused = kinds.filter(({ state }) => state === 'forbidden').length;
  return (
    <Panel
      title={
        props.open ? (
          t('platforms.connection')
        ) : (
          <Link to={links.platform(id)}>{title}</Link>
        )
      }
      actions={
        <>
          {platform.sandbox && (
            <Tag title={t('platforms.sandboxHint')}>
              {t('platforms.sandbox')}
            </Tag>
          )}
          <span role="status">
            <PlatformStatus label={description.label} />
          </span>
        </>
      }
    >
      {description.causes.map(cause => (
        <p key={cause.id} className={classes.down} dir="auto">
          {wordsOf(cause).why}
        </p>
      ))}
      {description.reason && (
        <p className={classes.down} dir="auto">
          {t('platforms.reason', { reason: description.reason })}
        </p>
      )}
      {description.missingKinds.length > 0 && (
        <p className={classes.down}>
          {t('platforms.missing', { kinds: list(description.missingKinds) })}
        </p>
      )}
      {down.has(description.label) && (
        <p className={classes.down}>{t('platforms.down')}</p>
      )}
      <p className={classes.counts}>
        <Link to={`${links.promises()}?platform=${id}&kind=all`}>
          {t('platforms.counts.promises', { count: counts.promises })}
        </Link>
        <Link to={links.requests({ platform: id, chip: 'all' })}>
          {t('platforms.counts.requests', { count: counts.requests })}
        </Link>
        <Link to={`${links.destinations()}?platform=${id}`}>
          {t('platforms.counts.destinations', { count: counts.destinations })}
        </Link>
        {counts.attention > 0 && (
          <Link to={links.requests({ platform: id, chip: 'attention' })}>
            {t('platforms.counts.attention', { count: counts.attention })}
          </Link>
        )}
      </p>
      <Facts platform={platform} />
      <div className={classes.actions}>
        <PlainButton
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open
            ? t('platforms.rights.hide')
            : t('platforms.rights.show', { n: `${kinds.length}` })}
        </PlainButton>
        {role && (
          <>
            <Tag tone="warn">
              {t('platforms.rights.missing', { count: refused })}
            </Tag>
            <CopyButton
              text={role}
              name={t('platforms.rights.roleName')}
              label={t('platforms.rights.role')}
            />
          </>
        )}
        <CopyButton
          text={diagnosticsOf(platform)}
          name={t('platforms.diagnostics')}
          label={t('platforms.diagnostics')}
        />
      </div>
      {open && <KindTable kinds={kinds} />}
    </Panel>
  );
}

function Facts(props: { platform: PlatformView }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const { platform } = props;
  const { delayMs, features, owner } = platform;
  const facts: Fact[] = [
    [t('platforms.fact.version'), platform.apiServerVersion ?? '–'],
    [
      t('platforms.fact.contact'),
      <TimeAgo time={platform.description.lastContact} />,
    ],
    [
      t('platforms.fact.delay'),
      delayMs === undefined
        ? '–'
        : t('platforms.fact.delayValue', {
            seconds: number(Math.round(delayMs / 10) / 100),
          }),
    ],
    [
      t('platforms.fact.identity'),
      t(`platforms.identity.${platform.identity}`),
    ],
    [
      t('platforms.fact.features'),
      <span className={classes.tags}>
        {features.map(({ id, found }) => {
          const feature = t(`platforms.feature.${id}`);
          return (
            <Tag key={id} tone={found ? 'ok' : 'neutral'}>
              {found ? feature : t('platforms.featureMissing', { feature })}
            </Tag>
          );
        })}
      </span>,
    ],
  ];
  if (owner) {
    facts.push([t('platforms.fact.owner'), <EntityLink entityRef={owner} />]);
  }
  return <FactList facts={facts} />;
}
