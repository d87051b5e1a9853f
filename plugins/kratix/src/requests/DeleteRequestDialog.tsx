import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RequestRef,
  RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixApiRef,
  kratixTranslationRef,
  PlainButton,
  Problem,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useTheme } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useState, type FormEvent } from 'react';
import { ActionButton } from '../actions';
import { DeletionConsequences } from './DeletionConsequences';

/**
 * Says what goes with it, then asks for the name. The button is never off: a
 * wrong name is answered beside the field.
 *
 * @internal
 */
export function DeleteRequestDialog(props: {
  request: RequestRef & Pick<RequestView, 'promiseTitle'>;
  onClose: () => void;
  onDeleted?: () => void;
}) {
  const { t } = useTranslationRef(kratixTranslationRef);
  const api = useApi(kratixApiRef);
  const theme = useTheme();
  const small = useMediaQuery(theme.breakpoints.down('xs'));
  const { request, onClose, onDeleted } = props;
  const { platform, crd, namespace, name } = request;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  const remove = () => {
    if (busy) return;
    if (typed.trim() !== name) {
      setWrong(true);
      return;
    }
    setBusy(true);
    setError(undefined);
    api.deleteRequest({ platform, crd, namespace, name }).then(
      () => {
        onDeleted?.();
        onClose();
      },
      (failure: Error) => {
        setBusy(false);
        setError(failure);
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove();
  };
  const place = namespace === '-' ? platform : `${namespace}, ${platform}`;
  const label = t('requestPage.delete.type', { name });

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={small}
      onClose={busy || typed ? undefined : onClose}
      aria-labelledby="kratix-delete-title"
    >
      <form onSubmit={submit}>
        <DialogTitle id="kratix-delete-title">
          {t('requestPage.delete.title', { name })}
        </DialogTitle>
        <DialogContent>
          <p style={{ marginTop: 0 }}>
            {t('requestPage.delete.where', {
              place,
              promise: request.promiseTitle,
            })}
          </p>
          <DeletionConsequences request={request} />
          <TextField
            fullWidth
            margin="normal"
            variant="outlined"
            id="kratix-delete-name"
            label={label}
            value={typed}
            error={wrong}
            helperText={wrong ? t('requestPage.delete.wrong', { name }) : ' '}
            FormHelperTextProps={{ role: wrong ? 'alert' : undefined }}
            inputProps={{ autoComplete: 'off', spellCheck: false }}
            onChange={({ target }) => {
              setTyped(target.value);
              setWrong(false);
            }}
          />
          {error && <Problem error={error} onRetry={remove} />}
        </DialogContent>
        <DialogActions>
          <PlainButton onClick={onClose}>
            {t('requestPage.delete.cancel')}
          </PlainButton>
          <ActionButton main variant="contained" busy={busy} onClick={remove}>
            {t('requestPage.delete.confirm')}
          </ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
