import { PlainButton } from '@kratix-portal/backstage-plugin-kratix-react';
import type { ButtonProps } from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useMenu, useOverlayClasses } from '../actions';

const useStyles = makeStyles(
  theme => ({ box: { padding: 4, marginRight: theme.spacing(1) } }),
  { name: 'KratixCheckMenu' },
);

/** One of several that can be chosen together. */
interface CheckOption {
  id: string;
  title: string;
  isChosen: boolean;
  /** At the end of its line. */
  aside?: ReactNode;
}

/** A button that opens a list to tick; it stays open while one ticks. @internal */
export function CheckMenu(props: {
  label: string;
  options: CheckOption[];
  onToggle: (id: string) => void;
  /** Of the button. */
  look: Pick<ButtonProps, 'variant' | 'className' | 'startIcon' | 'endIcon'>;
  /** In the button. */
  children: ReactNode;
}) {
  const classes = useStyles();
  const overlay = useOverlayClasses();
  const menu = useMenu();
  const { label, options, onToggle, look, children } = props;
  return (
    <>
      <PlainButton
        {...look}
        aria-haspopup="menu"
        aria-expanded={Boolean(menu.anchor)}
        onClick={({ currentTarget }) => menu.openAt(currentTarget)}
      >
        {children}
      </PlainButton>
      <Menu
        open={Boolean(menu.anchor)}
        anchorEl={menu.anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={menu.close}
        MenuListProps={{ 'aria-label': label, dense: true }}
        PaperProps={{ className: overlay.menu, style: { maxHeight: 420 } }}
      >
        {options.map(({ id, title, isChosen, aside }) => (
          <MenuItem
            key={id}
            role="menuitemcheckbox"
            aria-checked={isChosen}
            onClick={() => onToggle(id)}
          >
            <Checkbox
              checked={isChosen}
              className={classes.box}
              size="small"
              color="primary"
              tabIndex={-1}
              disableRipple
              inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
            />
            <ListItemText primary={<bdi>{title}</bdi>} />
            {aside}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
