import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  kratixRequestDeletePermission,
  stringifyRequestRef,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixTranslationRef } from '@kratix-portal/backstage-plugin-kratix-react';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVert from '@material-ui/icons/MoreVert';
import { forwardRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { useNotAllowedReason } from '../actions';
import { useLinks } from '../navigation';
import { DeleteRequestDialog } from './DeleteRequestDialog';

/** Asked about when the menu opens, not for each row of the list. */
const DeleteItem = forwardRef<
  HTMLLIElement,
  { request: RequestView; onChoose: () => void }
>((props, ref) => {
  const { t } = useTranslationRef(kratixTranslationRef);
  const notAllowed = useNotAllowedReason();
  const { loading, allowed } = usePermission({
    permission: kratixRequestDeletePermission,
    resourceRef: stringifyRequestRef(props.request),
  });
  const refused = !loading && !allowed;
  const reason = refused
    ? notAllowed(kratixRequestDeletePermission.name)
    : undefined;
  return (
    <MenuItem
      ref={ref}
      aria-disabled={loading || refused}
      title={reason}
      onClick={loading || refused ? undefined : props.onChoose}
      style={refused ? { opacity: 0.6, cursor: 'not-allowed' } : undefined}
    >
      {t('requestsPage.menu.delete')}
    </MenuItem>
  );
});

/** What can be done with a row. @internal */
export function RequestRowMenu(props: { request: RequestView }) {
  const { t } = useTranslationRef(kratixTranslationRef);
  const links = useLinks();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [deleting, setDeleting] = useState(false);
  const { request } = props;
  const entity = links.entity(request.entityRef);
  const close = () => setAnchor(undefined);
  const title = t('requestsPage.menu.title', { name: request.name });
  return (
    <>
      <IconButton
        size="small"
        style={{ width: 40, height: 28 }}
        aria-label={title}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      {anchor && (
        <Menu
          open
          anchorEl={anchor}
          onClose={close}
          MenuListProps={{ 'aria-label': title }}
        >
          <MenuItem component={Link} to={links.request(request)}>
            {t('requestsPage.menu.open')}
          </MenuItem>
          {entity && (
            <MenuItem component={Link} to={entity}>
              {t('requestsPage.menu.entity')}
            </MenuItem>
          )}
          <DeleteItem
            request={request}
            onChoose={() => {
              close();
              setDeleting(true);
            }}
          />
        </Menu>
      )}
      {deleting && (
        <DeleteRequestDialog
          request={request}
          onClose={() => setDeleting(false)}
        />
      )}
    </>
  );
}
