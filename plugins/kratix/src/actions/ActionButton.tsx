import Button, { type ButtonProps } from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { VisuallyHidden } from '@kratix-portal/backstage-plugin-kratix-react';
import classNames from 'classnames';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';

const useStyles = makeStyles(
  theme => ({
    root: { minHeight: 32, textTransform: 'none', whiteSpace: 'nowrap' },
    primary: { minHeight: 40 },
    // Dark enough for white letters in both themes.
    danger: {
      color: theme.palette.common.white,
      background: theme.palette.error.dark,
      '&:hover': { background: theme.palette.error.dark },
    },
    off: {
      cursor: 'not-allowed',
      color: theme.palette.text.secondary,
      borderColor: theme.palette.divider,
      background: theme.palette.action.hover,
      boxShadow: 'none',
      '&:hover': {
        background: theme.palette.action.hover,
        boxShadow: 'none',
      },
    },
  }),
  { name: 'KratixActionButton' },
);

let buttons = 0;

/**
 * A button that can always be reached: one that may not be pressed now stays
 * focusable and says why, rather than going grey in silence.
 *
 * @internal
 */
export function ActionButton(props: {
  /** Why it may not be pressed. */
  reason?: string;
  busy?: boolean;
  onClick?: () => void;
  /** An address instead of an action. */
  to?: string;
  variant?: ButtonProps['variant'];
  color?: ButtonProps['color'];
  /** Of full height. */
  main?: boolean;
  /** Where several buttons of a page say the same: what it acts on. */
  label?: string;
  /** It can't be taken back. */
  danger?: boolean;
  startIcon?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  // React 17 has no useId.
  const [id] = useState(() => `kratix-reason-${(buttons += 1)}`);
  const { reason, busy, onClick, to, variant = 'outlined', color } = props;
  const { main, label, danger, startIcon, children } = props;
  const className = classNames(classes.root, {
    [classes.primary]: main,
    [classes.danger]: danger && reason === undefined,
  });

  const off = reason !== undefined;
  const look = {
    variant,
    size: main ? ('medium' as const) : ('small' as const),
    'aria-label': label,
  };
  if (to !== undefined && !off) {
    return (
      <Button
        {...look}
        color={color}
        className={className}
        startIcon={startIcon}
        component={Link}
        to={to}
      >
        {children}
      </Button>
    );
  }
  // One and the same button with and without a reason: it keeps the focus when
  // what was pressed makes it wait.
  return (
    <>
      <Tooltip title={reason ?? ''}>
        {off ? (
          <Button
            {...look}
            className={`${className} ${classes.off}`}
            aria-disabled
            aria-describedby={id}
            startIcon={startIcon}
            disableRipple
          >
            {children}
          </Button>
        ) : (
          <Button
            {...look}
            color={color}
            className={className}
            aria-busy={busy}
            // A second press while it runs does nothing.
            onClick={busy ? undefined : onClick}
            startIcon={
              busy ? <CircularProgress size={16} color="inherit" /> : startIcon
            }
          >
            {children}
            {busy && <VisuallyHidden>…</VisuallyHidden>}
          </Button>
        )}
      </Tooltip>
      {off && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </>
  );
}
