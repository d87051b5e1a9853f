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

/**
 * The same for all that takes focus inside of an element: what a library draws
 * says by a shade alone where the keyboard is.
 *
 * @param offset - below zero where what lies around would cut the outline off
 * @public
 */
export function focusRings(theme: Theme, offset = 2) {
  const ring = {
    outline: `2px solid ${theme.palette.text.primary}`,
    outlineOffset: offset,
  };
  return {
    '& a:focus-visible, & button:focus-visible, & [tabindex]:focus-visible':
      ring,
    // Those with a frame have it drawn stronger.
    '& select:not([class*=MuiOutlinedInput]):focus-visible': ring,
    // The input of a box to tick has focus, and nobody sees that input.
    '& span.Mui-focusVisible': { ...ring, outlineOffset: -4 },
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
