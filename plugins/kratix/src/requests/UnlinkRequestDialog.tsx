import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  PlainButton,
  Problem,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useState } from 'react';
import { ActionButton, useOverlayClasses } from '../actions';
import { EntityLink } from '../navigation';
import { useServiceLink } from './useServiceLink';

/** Asks before a request leaves the page of its service. @internal */
export function UnlinkRequestDialog(props: {
  request: RequestRef;
  /** Entity ref of the Component. */
  service: string;
  onClose: () => void;
}) {
  const { t } = useKratixTranslation();
  const overlay = useOverlayClasses();
  const { request, service, onClose } = props;
  const { unlink } = useServiceLink();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const confirm = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await unlink(request, service);
      onClose();
    } catch (failure) {
      setError(failure as Error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      PaperProps={{ className: overlay.dialog }}
      onClose={busy ? undefined : onClose}
      aria-labelledby="kratix-unlink-title"
    >
      <DialogTitle id="kratix-unlink-title">
        {t('requestsPage.unlink.title', { name: request.name })}
      </DialogTitle>
      <DialogContent>
        <p style={{ marginTop: 0 }}>
          {t('requestsPage.unlink.text', {
            service: <EntityLink entityRef={service} />,
          })}
        </p>
        {error && <Problem error={error} onRetry={confirm} />}
      </DialogContent>
      <DialogActions>
        <PlainButton onClick={onClose}>
          {t('requestsPage.unlink.cancel')}
        </PlainButton>
        <ActionButton main variant="contained" busy={busy} onClick={confirm}>
          {t('requestsPage.unlink.confirm')}
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
