import type { Theme } from '@material-ui/core/styles';
import type {} from '@backstage/theme';
import type { Tone } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The colour of a tone. For icons and edges alone: none of them has the
 * contrast that text needs, on light or on dark paper.
 *
 * @public
 */
export function toneColor(theme: Theme, tone: Tone): string {
  const { status } = theme.palette;
  switch (tone) {
    case 'error':
      return status.error;
    case 'action':
    case 'warn':
      return status.warning;
    case 'progress':
      return status.running;
    case 'neutral':
      return status.aborted;
    case 'ok':
      return status.ok;
    default:
      return tone satisfies never;
  }
}
