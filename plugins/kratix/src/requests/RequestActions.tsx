import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import CloneIcon from '@material-ui/icons/FileCopyOutlined';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import EditIcon from '@material-ui/icons/EditOutlined';
import { useState } from 'react';
import {
  ActionButton,
  MenuAction,
  MoreMenu,
  useMenu,
  useNotAllowedReason,
} from '../actions';
import { useLinks } from '../navigation';
import { DeleteRequestDialog } from './DeleteRequestDialog';
import { useCreateReason } from './useCreateReason';

/** What can be done with a request; what can't says why. @internal */
export function RequestActions(props: { request: RequestDetail }) {
  const { t } = useKratixTranslation();
  const notAllowed = useNotAllowedReason();
  const createReason = useCreateReason();
  const links = useLinks();
  const menu = useMenu();
  // Three buttons of full height would be half of what a telephone shows.
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const [open, setOpen] = useState(false);
  const [accepted, setAccepted] = useState(false);
  const { request } = props;
  const { label } = request.description;
  const deleting = label === 'deleting' || label === 'deletion-blocked';

  /** Why it can't be written to now, whoever asks. */
  function writeReason(): string | undefined {
    if (deleting) return t('requestPage.action.alreadyDeleting');
    if (accepted) return t('requestPage.action.accepted');
    if (['unreachable', 'refused'].includes(request.freshness.label)) {
      return t('requestPage.action.offline');
    }
    return undefined;
  }
  const reasonFor = (action: 'update' | 'delete') =>
    deleting || accepted || request.allowed[action]
      ? writeReason()
      : notAllowed(`kratix.request.${action}`);

  return (
    <>
      {accepted && !deleting && (
        <span role="status">{t('requestPage.action.accepted')}</span>
      )}
      <ActionButton
        main
        variant="contained"
        color="primary"
        reason={reasonFor('update')}
        startIcon={<EditIcon />}
        to={links.editRequest(request)}
      >
        {t('requestPage.action.edit')}
      </ActionButton>
      {narrow ? (
        <MoreMenu
          menu={menu}
          title={t('requestsPage.menu.title', { name: request.name })}
          style={{ width: 40, height: 40 }}
        >
          <MenuAction
            loading={false}
            reason={createReason()}
            to={links.cloneRequest(request)}
          >
            {t('requestPage.action.clone')}
          </MenuAction>
          <MenuAction
            loading={false}
            reason={reasonFor('delete')}
            onChoose={() => {
              menu.close();
              setOpen(true);
            }}
          >
            {t('requestPage.action.delete')}
          </MenuAction>
        </MoreMenu>
      ) : (
        <>
          <ActionButton
            main
            reason={createReason()}
            startIcon={<CloneIcon />}
            to={links.cloneRequest(request)}
          >
            {t('requestPage.action.clone')}
          </ActionButton>
          <ActionButton
            main
            reason={reasonFor('delete')}
            startIcon={<DeleteIcon />}
            onClick={() => setOpen(true)}
          >
            {t('requestPage.action.delete')}
          </ActionButton>
        </>
      )}
      {open && (
        <DeleteRequestDialog
          request={request}
          onClose={() => setOpen(false)}
          onDeleted={() => setAccepted(true)}
        />
      )}
    </>
  );
}
