import { Link } from '@backstage/core-components';
import type { PlatformView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  useKratixTranslation,
  Panel,
  PlainButton,
  PlatformStatus,
  Problem,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';
import { missingRights } from './clusterRoles';
import { diagnosticsOf } from './diagnostics';
import { KindTable } from './KindTable';
import { PlatformCounts } from './PlatformCounts';
import { PlatformFacts } from './PlatformFacts';
import { PlatformTrouble } from './PlatformTrouble';
import { RightsNotes } from './RightsNotes';
import { type CheckedPlatform, usePlatformCheck } from './usePlatformCheck';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1.5),
    },
    problem: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'KratixPlatformPanel' },
);

/** One platform: its connection, what is on it and what is missing. @internal */
export function PlatformPanel(props: {
  platform: PlatformView;
  /** With the kinds unfolded, as on a page of its own. */
  open?: boolean;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const checked = usePlatformCheck(props.platform);
  const [open, setOpen] = useState(props.open ?? false);
  const { platform } = checked;
  const { id, title, description, kinds } = platform;
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
      <PlatformTrouble platform={platform} />
      <PlatformCounts platform={platform} />
      <PlatformFacts platform={platform} />
      <div className={classes.actions}>
        <CheckButton checked={checked} />
        <PlainButton
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open
            ? t('platforms.rights.hide')
            : t('platforms.rights.show', { n: `${kinds.length}` })}
        </PlainButton>
        <MissingRights platform={platform} />
        <CopyButton
          text={diagnosticsOf(platform)}
          name={t('platforms.diagnosticsName')}
          label={t('platforms.diagnostics')}
        />
      </div>
      {checked.error && (
        <div className={classes.problem}>
          <Problem error={checked.error} onRetry={checked.check} />
        </div>
      )}
      {open && (
        <>
          <RightsNotes platform={platform} />
          <KindTable kinds={kinds} />
        </>
      )}
    </Panel>
  );
}

/** Has the platform tried again now, and says what came of it. */
function CheckButton(props: { checked: CheckedPlatform }) {
  const { t } = useKratixTranslation();
  const { platform, check, busy, found } = props.checked;
  return (
    <>
      <ActionButton
        busy={busy}
        label={t('platforms.check.named', { platform: platform.title })}
        onClick={check}
      >
        {t('platforms.check.button')}
      </ActionButton>
      {/* Always there, so that what is written into it is announced. */}
      <span role="status">
        {found &&
          t(`platforms.check.${found.outcome}`, {
            state: t(`platform.status.${found.label}`),
          })}
      </span>
    </>
  );
}

function MissingRights(props: { platform: PlatformView }) {
  const { t } = useKratixTranslation();
  const { platform } = props;
  const { kinds, role, installing } = missingRights(platform);
  return (
    <>
      {kinds > 0 && (
        <Tag tone="warn">{t('platforms.rights.missing', { count: kinds })}</Tag>
      )}
      {platform.rights?.impersonation === 'missing' && (
        <Tag tone="warn">{t('platforms.rights.impersonation')}</Tag>
      )}
      {role && (
        <CopyButton
          text={role}
          name={t('platforms.rights.roleName')}
          label={t('platforms.rights.role')}
        />
      )}
      {installing && (
        <CopyButton
          text={installing}
          name={t('platforms.rights.installingName')}
          label={t('platforms.rights.installing')}
        />
      )}
    </>
  );
}
