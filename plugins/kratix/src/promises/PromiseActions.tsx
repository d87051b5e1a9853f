import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useState, type ReactNode } from 'react';
import {
  ActionButton,
  MenuAction,
  MoreMenu,
  useMenu,
  useNotAllowedReason,
} from '../actions';
import { UninstallDialog } from '../marketplace/uninstall/UninstallDialog';
import { useLinks } from '../navigation';
import { RequestPromiseButton } from './RequestPromiseButton';

/** What can be done with a Promise; what can't says why. @internal */
export function PromiseActions(props: {
  promise: PromiseDetail;
  onRemoved: () => void;
}) {
  const { t } = useKratixMarketplaceTranslation();
  // A telephone has room for one button beside what is rare.
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const { promise, onRemoved } = props;
  const { label } = promise.description;
  const leaving = label === 'deleting' || label === 'deletion-blocked';
  const newest = useUpgrade(promise);
  const upgrade = leaving ? undefined : newest;
  const inMenu = narrow && promise.api !== undefined;
  return (
    <>
      {upgrade && !inMenu && (
        <ActionButton main to={upgrade.to} reason={upgrade.reason}>
          {t('uninstall.upgrade', { version: upgrade.version })}
        </ActionButton>
      )}
      {promise.api && <RequestPromiseButton promise={promise} main />}
      <RareActions promise={promise} leaving={leaving} onRemoved={onRemoved}>
        {upgrade && inMenu && (
          <MenuAction loading={false} to={upgrade.to} reason={upgrade.reason}>
            {t('uninstall.upgrade', { version: upgrade.version })}
          </MenuAction>
        )}
      </RareActions>
    </>
  );
}

/** To the newest listing of it, if there is one. */
function useUpgrade(promise: PromiseDetail) {
  const links = useLinks();
  const notAllowed = useNotAllowedReason();
  const [update] = promise.updates ?? [];
  return (
    update && {
      version: update.version,
      to: links.install(update, { platform: promise.platform }),
      reason:
        promise.allowed?.upgrade === false
          ? notAllowed('kratix.promise.upgrade')
          : undefined,
    }
  );
}

function RareActions(props: {
  promise: PromiseDetail;
  leaving: boolean;
  onRemoved: () => void;
  /** What else is in the menu, first. */
  children?: ReactNode;
}) {
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const notAllowed = useNotAllowedReason();
  const menu = useMenu();
  const [removing, setRemoving] = useState(false);
  const { promise, leaving, onRemoved, children } = props;

  function reason(): string | undefined {
    if (leaving) return t('requestPage.action.alreadyDeleting');
    if (promise.allowed?.uninstall === false) {
      return notAllowed('kratix.promise.uninstall');
    }
    if (['unreachable', 'refused'].includes(promise.freshness.label)) {
      return t('requestPage.action.offline');
    }
    return undefined;
  }

  return (
    <>
      <MoreMenu
        menu={menu}
        title={tm('uninstall.more', { name: promise.title })}
        style={{ width: 40, height: 40 }}
      >
        {children}
        <MenuAction
          loading={false}
          reason={reason()}
          onChoose={() => {
            menu.close();
            setRemoving(true);
          }}
        >
          {tm('uninstall.action')}
        </MenuAction>
      </MoreMenu>
      {removing && (
        <UninstallDialog
          promise={promise}
          onClose={() => setRemoving(false)}
          onRemoved={onRemoved}
        />
      )}
    </>
  );
}
