import type { InstallationView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CauseList,
  EmptyState,
  finalizerWords,
  useKratixMarketplaceTranslation,
  useKratixTranslation,
  Panel,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { ActionButton } from '../../actions';
import { useLinks } from '../../navigation';
import { useInstallation } from '../useInstallation';

/** How far a removal is, and what holds it up. @internal */
export function RemovalProgress(props: { installation: InstallationView }) {
  const { t } = useKratixMarketplaceTranslation();
  const { t: shared } = useKratixTranslation();
  const { name, finalizers, causes, state } = props.installation;
  return (
    <>
      <VisuallyHidden>
        <span role="status">
          {t('uninstall.removal.announce', { name, n: `${finalizers.length}` })}
        </span>
      </VisuallyHidden>
      {state === 'removal-blocked' && <CauseList causes={causes} />}
      {finalizers.length > 0 ? (
        <>
          <p>{t('uninstall.removal.left')}</p>
          <ol>
            {finalizers.map(finalizer => {
              const words = finalizerWords(finalizer, shared);
              return (
                <li key={finalizer}>
                  {words} {words !== finalizer && <code>{finalizer}</code>}
                </li>
              );
            })}
          </ol>
        </>
      ) : (
        <p>{t('uninstall.removal.nothingLeft')}</p>
      )}
      {state === 'removal-blocked' && <p>{t('uninstall.removal.stuck')}</p>}
    </>
  );
}

/**
 * Stands on the page of a Promise that is being removed, and says so when it is
 * gone.
 *
 * @internal
 */
export function RemovalPanel(props: { platform: string; name: string }) {
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { platform, name } = props;
  const installation = useInstallation({ platform, name });
  if (installation.state !== 'ready') return null;
  const { value } = installation;
  switch (value.state) {
    case 'absent':
      return (
        <div role="status">
          <EmptyState
            title={t('uninstall.removal.gone', { name })}
            text={t('uninstall.removal.goneHint', {
              platform: value.freshness.title,
            })}
            action={
              <ActionButton main to={links.promises()}>
                {t('uninstall.removal.list')}
              </ActionButton>
            }
          />
        </div>
      );
    case 'removing':
    case 'removal-blocked':
      return (
        <Panel
          title={t(
            value.state === 'removing'
              ? 'uninstall.removal.title'
              : 'uninstall.removal.blocked',
          )}
        >
          <RemovalProgress installation={value} />
        </Panel>
      );
    default:
      // Accepted, and the platform does not say so yet.
      return <p role="status">{t('uninstall.removal.accepted')}</p>;
  }
}
