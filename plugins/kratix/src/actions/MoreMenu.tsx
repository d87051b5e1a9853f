import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MoreVert from '@material-ui/icons/MoreVert';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useOverlayClasses } from './useOverlayClasses';

/** Where a menu is open, if it is. @internal */
export interface MenuState {
  anchor?: HTMLElement;
  openAt: (anchor: HTMLElement) => void;
  close: () => void;
}

/** @internal */
export function useMenu(): MenuState {
  const [anchor, openAt] = useState<HTMLElement>();
  const close = useCallback(() => openAt(undefined), []);
  return useMemo(() => ({ anchor, openAt, close }), [anchor, close]);
}

/**
 * What one rarely does, behind three dots. Its items are there once it opens: a
 * list or a form may have hundreds of such menus.
 *
 * @internal
 */
export function MoreMenu(props: {
  menu: MenuState;
  /** Of what: `Actions for payments-db`. */
  title: string;
  id?: string;
  style?: { width: number; height: number };
  children: ReactNode;
}) {
  const overlay = useOverlayClasses();
  const { menu, title, id, style, children } = props;
  return (
    <>
      <IconButton
        id={id}
        size="small"
        style={style}
        aria-label={title}
        aria-haspopup="menu"
        aria-expanded={Boolean(menu.anchor)}
        onClick={({ currentTarget }) => menu.openAt(currentTarget)}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      {menu.anchor && (
        <Menu
          open
          anchorEl={menu.anchor}
          onClose={menu.close}
          // What may not be done is reached by arrows, too: it says why.
          MenuListProps={{ 'aria-label': title, disabledItemsFocusable: true }}
          PaperProps={{ className: overlay.menu }}
        >
          {children}
        </Menu>
      )}
    </>
  );
}
