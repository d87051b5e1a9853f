import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useState } from 'react';
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
  const { promise, onRemoved } = props;
  const { label } = promise.description;
  const leaving = label === 'deleting' || label === 'deletion-blocked';
  return (
    <>
      {!leaving && <UpgradeButton promise={promise} />}
      {promise.api && <RequestPromiseButton promise={promise} main />}
      <RareActions promise={promise} leaving={leaving} onRemoved={onRemoved} />
    </>
  );
}

function UpgradeButton({ promise }: { promise: PromiseDetail }) {
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const notAllowed = useNotAllowedReason();
  const [update] = promise.updates ?? [];
  if (!update) return null;
  return (
    <ActionButton
      main
      to={links.install(update, { platform: promise.platform })}
      reason={
        promise.allowed?.upgrade === false
          ? notAllowed('kratix.promise.upgrade')
          : undefined
      }
    >
      {t('uninstall.upgrade', { version: update.version })}
    </ActionButton>
  );
}

function RareActions(props: {
  promise: PromiseDetail;
  leaving: boolean;
  onRemoved: () => void;
}) {
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const notAllowed = useNotAllowedReason();
  const menu = useMenu();
  const [removing, setRemoving] = useState(false);
  const { promise, leaving, onRemoved } = props;

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
