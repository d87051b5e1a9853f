import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useCallback, useState } from 'react';

/** Below this a table is read by scrolling sideways, row by row. */
const roomyPx = 600;

/**
 * Whether an element is wide enough for a table. The window does not tell: the
 * portal's own navigation takes a third of a small one. The window decides
 * until the element has been measured.
 *
 * @internal
 */
export function useHasRoom(): {
  hasRoom: boolean;
  measured: (element: HTMLElement | null) => void;
} {
  const theme = useTheme();
  const narrowWindow = useMediaQuery(theme.breakpoints.down('xs'));
  const [width, setWidth] = useState(0);
  const [observer] = useState(() =>
    typeof ResizeObserver === 'undefined'
      ? undefined
      : new ResizeObserver(entries => {
          const now = entries.at(-1)?.contentRect.width;
          if (now) setWidth(now);
        }),
  );
  const measured = useCallback(
    (element: HTMLElement | null) => {
      observer?.disconnect();
      if (!element) return;
      setWidth(element.clientWidth);
      observer?.observe(element);
    },
    [observer],
  );
  return { hasRoom: width > 0 ? width >= roomyPx : !narrowWindow, measured };
}
