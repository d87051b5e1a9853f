import MenuItem, { type MenuItemProps } from '@material-ui/core/MenuItem';
import Tooltip from '@material-ui/core/Tooltip';
import { forwardRef, type ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** May it be pressed, and why not? @internal */
export interface Permit {
  loading: boolean;
  reason?: string;
}

/** What a menu tells its first item, as the focus begins there. */
type FromMenu = Pick<MenuItemProps, 'autoFocus' | 'tabIndex'>;

/**
 * An item of a menu that stays in reach and says why where it may not be
 * pressed.
 *
 * @internal
 */
export const MenuAction = forwardRef<
  HTMLLIElement,
  Permit &
    FromMenu & { to?: string; onChoose?: () => void; children: ReactNode }
>(({ loading, reason, to, onChoose, children, ...fromMenu }, ref) => {
  const off = loading || reason !== undefined;
  const target = off || to === undefined ? {} : { component: Link, to };
  return (
    <Tooltip title={reason ?? ''} placement="left">
      <MenuItem
        {...fromMenu}
        ref={ref}
        aria-disabled={off}
        onClick={off ? undefined : onChoose}
        style={reason ? { opacity: 0.6, cursor: 'not-allowed' } : undefined}
        {...target}
      >
        {children}
      </MenuItem>
    </Tooltip>
  );
});
