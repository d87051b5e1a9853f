import {
  useKratixTranslation,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Checkbox from '@material-ui/core/Checkbox';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ViewColumn from '@material-ui/icons/ViewColumn';
import { useState } from 'react';
import type { RequestColumn } from './requestColumns';

/** Which columns the list shows. @internal */
export function ColumnChooser(props: {
  columns: RequestColumn[];
  isShown: (column: RequestColumn) => boolean;
  onToggle: (column: RequestColumn) => void;
}) {
  const { t } = useKratixTranslation();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { columns, isShown, onToggle } = props;
  return (
    <>
      <PlainButton
        startIcon={<ViewColumn />}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {t('tables.columns')}
      </PlainButton>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ 'aria-label': t('tables.columns'), dense: true }}
      >
        {columns
          .filter(({ fixed }) => !fixed)
          .map(column => (
            <MenuItem
              key={column.id}
              role="menuitemcheckbox"
              aria-checked={isShown(column)}
              onClick={() => onToggle(column)}
            >
              <Checkbox
                checked={isShown(column)}
                size="small"
                color="primary"
                tabIndex={-1}
                disableRipple
                inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
              />
              <ListItemText primary={column.title} />
            </MenuItem>
          ))}
      </Menu>
    </>
  );
}
