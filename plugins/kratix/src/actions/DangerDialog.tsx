import {
  useKratixTranslation,
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
import {
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react';
import { ActionButton } from './ActionButton';
import { useOverlayClasses } from './useOverlayClasses';

/**
 * Something that can't be taken back: says what goes with it, then has a text
 * typed. The button is never off: a wrong text is answered beside the field.
 *
 * @internal
 */
export function DangerDialog(props: {
  title: string;
  where: string;
  /** What it takes along. */
  children: ReactNode;
  /** What has to be typed; absent while nobody knows. */
  text?: string;
  /** `Type {{text}} to confirm`. */
  label: string;
  wrong: string;
  confirm: string;
  /** Told what was typed. */
  act: (typed: string) => Promise<void>;
  onDone?: () => void;
  onClose: () => void;
}) {
  const { t } = useKratixTranslation();
  const overlay = useOverlayClasses();
  const theme = useTheme();
  const small = useMediaQuery(theme.breakpoints.down('xs'));
  const { text, label, act, onDone, onClose } = props;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  const confirm = () => {
    if (busy) return;
    if (text === undefined || typed.trim() !== text) {
      setWrong(true);
      return;
    }
    setBusy(true);
    setError(undefined);
    act(text).then(
      () => {
        onDone?.();
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
    confirm();
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={small}
      PaperProps={{ className: overlay.dialog }}
      onClose={busy || typed ? undefined : onClose}
      aria-labelledby="kratix-danger-title"
    >
      <form onSubmit={submit}>
        <FocusedTitle id="kratix-danger-title">{props.title}</FocusedTitle>
        <DialogContent>
          <p style={{ marginTop: 0 }}>{props.where}</p>
          {props.children}
          <TextField
            fullWidth
            margin="normal"
            variant="outlined"
            id="kratix-danger-text"
            label={label}
            value={typed}
            error={wrong}
            helperText={wrong ? props.wrong : ' '}
            FormHelperTextProps={{ role: wrong ? 'alert' : undefined }}
            inputProps={{ autoComplete: 'off', spellCheck: false }}
            onChange={({ target }) => {
              setTyped(target.value);
              setWrong(false);
            }}
          />
          {error && <Problem error={error} onRetry={confirm} />}
        </DialogContent>
        <DialogActions>
          <PlainButton onClick={onClose}>{t('shared.cancel')}</PlainButton>
          <ActionButton
            main
            danger
            variant="contained"
            busy={busy}
            onClick={confirm}
          >
            {props.confirm}
          </ActionButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Says first what this is about, and is not the button or the field. */
function FocusedTitle(props: { id: string; children: ReactNode }) {
  const title = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <DialogTitle
      id={props.id}
      ref={title}
      tabIndex={-1}
      // It reaches from edge to edge, where an outline would be cut off.
      style={{ outlineOffset: -4 }}
    >
      {props.children}
    </DialogTitle>
  );
}
