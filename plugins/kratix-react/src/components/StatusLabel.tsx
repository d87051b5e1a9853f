import type { Tone } from '@kratix-portal/backstage-plugin-kratix-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type SvgIcon from '@material-ui/core/SvgIcon';
import classNames from 'classnames';
import type { ReactNode } from 'react';
import { toneColor } from './tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      // The text stands on the line of what is beside it, not the icon.
      alignItems: 'baseline',
      gap: theme.spacing(0.75),
      color: theme.palette.text.primary,
      minWidth: 0,
    },
    icon: {
      flex: 'none',
      alignSelf: 'flex-start',
      fontSize: 18,
      marginTop: 1,
      '@media (forced-colors: active)': { color: 'CanvasText' },
    },
    large: { fontSize: 28, marginTop: 0 },
    turning: {
      animation: '$turn 2.4s linear infinite',
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
    '@keyframes turn': { to: { transform: 'rotate(360deg)' } },
  }),
  { name: 'KratixStatusLabel' },
);

/** @public */
export type StateIcon = typeof SvgIcon;

/**
 * A state: its own shape in the colour of its tone, and its name in the colour
 * of text, so that neither colour nor shape ever stands alone.
 *
 * @public
 */
export function StatusLabel(props: {
  tone: Tone;
  icon: StateIcon;
  /** The icon turns while something runs, unless motion is unwanted. */
  turning?: boolean;
  large?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const theme = useTheme();
  const { tone, icon: Icon, turning, large, className, children } = props;
  return (
    <span className={classNames(classes.root, className)}>
      <Icon
        aria-hidden
        className={classNames(classes.icon, {
          [classes.turning]: turning,
          [classes.large]: large,
        })}
        style={{ color: toneColor(theme, tone) }}
      />
      <span>{children}</span>
    </span>
  );
}
