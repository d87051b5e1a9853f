import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import Dialog from '@material-ui/core/Dialog';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import CloseIcon from '@material-ui/icons/Close';
import { useRef, type ReactNode } from 'react';
import { useOverlayClasses } from '../actions';

const useStyles = makeStyles(
  theme => ({
    title: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
    heading: { flex: 1, margin: 0, fontSize: '1.25rem', fontWeight: 600 },
  }),
  { name: 'KratixChooserDialog' },
);

/** A dialog to search for one of many; typing begins at once. @internal */
export function ChooserDialog(props: {
  title: string;
  /** What was chosen is under way: a press beside the dialog leaves it open. */
  busy?: boolean;
  onClose: () => void;
  /** The search comes first. */
  children: ReactNode;
}) {
  const classes = useStyles();
  const overlay = useOverlayClasses();
  const theme = useTheme();
  const small = useMediaQuery(theme.breakpoints.down('xs'));
  const { t } = useKratixTranslation();
  const content = useRef<HTMLDivElement>(null);
  const { title, busy = false, onClose, children } = props;
  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      fullScreen={small}
      fullWidth
      maxWidth="sm"
      PaperProps={{ className: overlay.dialog }}
      aria-labelledby="kratix-chooser-title"
      TransitionProps={{
        onEntered: () => content.current?.querySelector('input')?.focus(),
      }}
    >
      <DialogTitle disableTypography className={classes.title}>
        <h2 id="kratix-chooser-title" className={classes.heading}>
          {title}
        </h2>
        <IconButton aria-label={t('chooser.close')} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </DialogTitle>
      <DialogContent>
        <div ref={content}>{children}</div>
      </DialogContent>
    </Dialog>
  );
}
