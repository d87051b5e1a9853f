import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import AddIcon from '@material-ui/icons/Add';
import { useState } from 'react';
import { ActionButton } from '../actions';
import { PromiseChooser } from './PromiseChooser';
import { useCreateReason } from './useCreateReason';

/** Opens the chooser of what can be requested. @internal */
export function NewRequestButton() {
  const { t } = useKratixTranslation();
  const reasonFor = useCreateReason();
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionButton
        main
        variant="contained"
        color="primary"
        reason={reasonFor()}
        startIcon={<AddIcon />}
        onClick={() => setOpen(true)}
      >
        {t('shell.newRequest')}
      </ActionButton>
      {open && <PromiseChooser onClose={() => setOpen(false)} />}
    </>
  );
}
