import type { InstallationView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CauseList,
  useKratixMarketplaceTranslation,
  useKratixTranslation,
  Loaded,
  Panel,
  StatusLabel,
  Tag,
  useCauseWords,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { ActionButton, useNotAllowedReason } from '../../actions';
import { useLinks } from '../../navigation';
import { RemovalProgress } from '../uninstall/RemovalPanel';
import { UninstallDialog } from '../uninstall/UninstallDialog';
import { useInstallation } from '../useInstallation';
import { installationLooks } from './looks';
import { StageList } from './StageList';

const useStyles = makeStyles(
  theme => ({
    state: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    headline: { fontWeight: 600, margin: theme.spacing(1, 0) },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'KratixInstallationCard' },
);

/** How far one Promise of a plan is, from what the platform says. @internal */
export function InstallationCard(props: {
  platform: string;
  name: string;
  title: string;
  onState: (name: string, state: InstallationView['state']) => void;
  /** It is being created by this page right now. */
  creating: boolean;
  /** It was not there before, so that taking it away takes the step back. */
  fresh: boolean;
  mayUninstall: boolean;
}) {
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const { platform, name, title, creating, onState } = props;
  const installation = useInstallation({ platform, name });
  const state =
    installation.state === 'ready' ? installation.value.state : undefined;
  useEffect(() => {
    if (state) onState(name, state);
  }, [name, state, onState]);
  return (
    <Panel title={<bdi>{title}</bdi>}>
      {creating && (
        <p role="status">{tm('install.run.creating', { name: title })}</p>
      )}
      <Loaded
        of={installation}
        forbidden={{
          what: t('promisePage.what'),
          permission: 'kratix.promise.read',
        }}
      >
        {value => <Ready {...props} installation={value} />}
      </Loaded>
    </Panel>
  );
}

function Ready(props: {
  platform: string;
  name: string;
  title: string;
  creating: boolean;
  fresh: boolean;
  mayUninstall: boolean;
  installation: InstallationView;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const notAllowed = useNotAllowedReason();
  const wordsOf = useCauseWords();
  const [undoing, setUndoing] = useState(false);
  const { platform, name, title, creating, fresh, mayUninstall } = props;
  const { installation } = props;
  const { state, stages, causes, version, description } = installation;
  const stateText = t(`install.progress.state.${state}`);
  const isThere = !['absent', 'removing', 'removal-blocked'].includes(state);
  const leaving = state === 'removing' || state === 'removal-blocked';
  const [first] = causes;
  return (
    <>
      <div className={classes.state}>
        <StatusLabel {...installationLooks[state]}>{stateText}</StatusLabel>
        {version && <Tag>{version}</Tag>}
      </div>
      <VisuallyHidden>
        <span role="status">
          {t('install.progress.announce', { name: title, state: stateText })}
        </span>
      </VisuallyHidden>
      {isThere && <StageList name={title} stages={stages} />}
      {isThere && state !== 'available' && first && (
        <>
          <p className={classes.headline} dir="auto">
            {wordsOf(first).headline}
          </p>
          <CauseList causes={causes} />
        </>
      )}
      {state === 'absent' && !creating && (
        <p>{t('install.progress.absentHint')}</p>
      )}
      {leaving && <RemovalProgress installation={installation} />}
      {isThere && (
        <div className={classes.actions}>
          {state === 'available' && description?.requestable && (
            <ActionButton
              main
              variant="contained"
              color="primary"
              to={links.newRequest({ platform, name })}
              label={t('install.progress.requestNamed', { name: title })}
            >
              {t('install.progress.request')}
            </ActionButton>
          )}
          {description && (
            <ActionButton main to={links.promise({ platform, name })}>
              {t('install.progress.open', { name: title })}
            </ActionButton>
          )}
          {fresh && (
            <ActionButton
              main
              reason={
                mayUninstall
                  ? undefined
                  : notAllowed('kratix.promise.uninstall')
              }
              label={t('install.progress.undoNamed', { name: title })}
              onClick={() => setUndoing(true)}
            >
              {t('install.progress.undo')}
            </ActionButton>
          )}
        </div>
      )}
      {undoing && (
        <UninstallDialog
          promise={{ platform, name }}
          onClose={() => setUndoing(false)}
        />
      )}
    </>
  );
}
