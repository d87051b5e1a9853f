import type { Tone } from '@kratix-portal/backstage-plugin-kratix-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { toneColor } from './tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      padding: '1px 8px',
      borderRadius: 999,
      border: `1px solid ${theme.palette.divider}`,
      fontSize: '0.8125rem',
      lineHeight: 1.5,
      color: theme.palette.text.primary,
      whiteSpace: 'nowrap',
      maxWidth: '100%',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
    dot: { width: 8, height: 8, borderRadius: 4, flex: 'none' },
  }),
  { name: 'KratixTag' },
);

/** A small fact beside something, its word always written. @public */
export function Tag(props: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const theme = useTheme();
  const { tone, title, children } = props;
  return (
    <span className={classes.root} title={title}>
      {tone && (
        <span
          aria-hidden
          className={classes.dot}
          style={{ background: toneColor(theme, tone) }}
        />
      )}
      {children}
    </span>
  );
}
