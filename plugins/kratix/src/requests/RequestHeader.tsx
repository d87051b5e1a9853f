import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixTranslationRef,
  LetterTile,
  VersionTag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { ActionButton, useNotAllowedReason } from '../actions';
import { useLinks } from '../navigation';
import { PageHeading } from '../shell';
import { DeleteRequestDialog } from './DeleteRequestDialog';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      color: theme.palette.text.secondary,
    },
    actions: {
      marginLeft: 'auto',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'KratixRequestHeader' },
);

/** Name, Promise, place and what can be done. @internal */
export function RequestHeader(props: { request: RequestDetail }) {
  const classes = useStyles();
  const links = useLinks();
  const { request } = props;
  const { platform, namespace, name, promise, promiseTitle } = request;
  return (
    <PageHeading
      title={<bdi>{name}</bdi>}
      before={<LetterTile name={promiseTitle} size={36} />}
    >
      <span className={classes.facts}>
        <Link to={links.promise({ platform, name: promise })}>
          <bdi>{promiseTitle}</bdi>
        </Link>
        <VersionTag version={request.description.version} />
        <span>
          {namespace === '-' ? '' : `${namespace} · `}
          {request.freshness.title}
        </span>
      </span>
      <span className={classes.actions}>
        <DeleteAction request={request} />
      </span>
    </PageHeading>
  );
}

function DeleteAction(props: { request: RequestDetail }) {
  const { t } = useTranslationRef(kratixTranslationRef);
  const notAllowed = useNotAllowedReason();
  const [open, setOpen] = useState(false);
  const [accepted, setAccepted] = useState(false);
  const { request } = props;
  const { label } = request.description;
  const deleting = label === 'deleting' || label === 'deletion-blocked';
  let reason: string | undefined;
  if (deleting) reason = t('requestPage.action.alreadyDeleting');
  else if (accepted) reason = t('requestPage.action.accepted');
  else if (!request.allowed.delete)
    reason = notAllowed('kratix.request.delete');
  else if (['unreachable', 'refused'].includes(request.freshness.label)) {
    reason = t('requestPage.action.offline');
  }
  return (
    <>
      {accepted && !deleting && (
        <span role="status">{t('requestPage.action.accepted')}</span>
      )}
      <ActionButton
        main
        reason={reason}
        startIcon={<DeleteIcon />}
        onClick={() => setOpen(true)}
      >
        {t('requestPage.action.delete')}
      </ActionButton>
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
