import type { Theme } from '@material-ui/core/styles';

/** Where the keyboard is, on anything that takes focus. @public */
export function focusRing(theme: Theme) {
  return {
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.text.primary}`,
      outlineOffset: 2,
      borderRadius: 4,
    },
  };
}

/** Heard, not seen. @public */
export const visuallyHidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
  whiteSpace: 'nowrap',
  border: 0,
} as const;
