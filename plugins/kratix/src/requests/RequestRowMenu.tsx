import { usePermission } from '@backstage/plugin-permission-react';
import {
  kratixRequestDeletePermission,
  kratixRequestUpdatePermission,
  stringifyRequestRef,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import MenuItem from '@material-ui/core/MenuItem';
import { forwardRef, useState } from 'react';
import { Link } from 'react-router-dom';
import {
  MenuAction,
  MoreMenu,
  useMenu,
  useNotAllowedReason,
  type Permit,
} from '../actions';
import { useLinks } from '../navigation';
import { DeleteRequestDialog } from './DeleteRequestDialog';
import { UnlinkRequestDialog } from './UnlinkRequestDialog';
import { useCreateReason } from './useCreateReason';

/** Asked about when the menu opens, not for each row of the list. */
function usePermit(
  request: RequestView,
  permission:
    | typeof kratixRequestUpdatePermission
    | typeof kratixRequestDeletePermission,
): Permit {
  const notAllowed = useNotAllowedReason();
  const { loading, allowed } = usePermission({
    permission,
    resourceRef: stringifyRequestRef(request),
  });
  const reason = loading || allowed ? undefined : notAllowed(permission.name);
  return { loading, reason };
}

const EditItem = forwardRef<HTMLLIElement, { request: RequestView }>(
  ({ request }, ref) => {
    const { t } = useKratixTranslation();
    const links = useLinks();
    const permit = usePermit(request, kratixRequestUpdatePermission);
    return (
      <MenuAction {...permit} ref={ref} to={links.editRequest(request)}>
        {t('requestPage.action.edit')}
      </MenuAction>
    );
  },
);

const CloneItem = forwardRef<HTMLLIElement, { request: RequestView }>(
  ({ request }, ref) => {
    const { t } = useKratixTranslation();
    const links = useLinks();
    const reason = useCreateReason()();
    return (
      <MenuAction
        loading={false}
        reason={reason}
        ref={ref}
        to={links.cloneRequest(request)}
      >
        {t('requestPage.action.clone')}
      </MenuAction>
    );
  },
);

const DeleteItem = forwardRef<
  HTMLLIElement,
  { request: RequestView; onChoose: () => void }
>(({ request, onChoose }, ref) => {
  const { t } = useKratixTranslation();
  const permit = usePermit(request, kratixRequestDeletePermission);
  return (
    <MenuAction {...permit} ref={ref} onChoose={onChoose}>
      {t('requestsPage.menu.delete')}
    </MenuAction>
  );
});

const UnlinkItem = forwardRef<
  HTMLLIElement,
  { request: RequestView; onChoose: () => void }
>(({ request, onChoose }, ref) => {
  const { t } = useKratixTranslation();
  const permit = usePermit(request, kratixRequestUpdatePermission);
  return (
    <MenuAction {...permit} ref={ref} onChoose={onChoose}>
      {t('requestsPage.menu.unlink')}
    </MenuAction>
  );
});

/** What can be done with a row. @internal */
export function RequestRowMenu(props: { request: RequestView }) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const menu = useMenu();
  const [dialog, setDialog] = useState<'delete' | 'unlink'>();
  const { request } = props;
  const entity = links.entity(request.entityRef);
  const ask = (what: 'delete' | 'unlink') => {
    menu.close();
    setDialog(what);
  };
  return (
    <>
      <MoreMenu
        menu={menu}
        title={t('requestsPage.menu.title', { name: request.name })}
        style={{ width: 40, height: 28 }}
      >
        <MenuItem component={Link} to={links.request(request)}>
          {t('requestsPage.menu.open')}
        </MenuItem>
        {entity && (
          <MenuItem component={Link} to={entity}>
            {t('requestsPage.menu.entity')}
          </MenuItem>
        )}
        <EditItem request={request} />
        <CloneItem request={request} />
        {request.service && (
          <UnlinkItem request={request} onChoose={() => ask('unlink')} />
        )}
        <DeleteItem request={request} onChoose={() => ask('delete')} />
      </MoreMenu>
      {dialog === 'delete' && (
        <DeleteRequestDialog
          request={request}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'unlink' && request.service && (
        <UnlinkRequestDialog
          request={request}
          service={request.service}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
