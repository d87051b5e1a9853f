import { focusRings } from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';

/**
 * For the paper of what lies over the page. It is drawn outside of the page,
 * so where the keyboard is has to be shown there anew.
 *
 * @internal
 */
export const useOverlayClasses = makeStyles(
  theme => ({
    dialog: focusRings(theme),
    // Items reach from edge to edge.
    menu: focusRings(theme, -2),
  }),
  { name: 'KratixOverlay' },
);
