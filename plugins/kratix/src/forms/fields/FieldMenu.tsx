import MenuItem from '@material-ui/core/MenuItem';
import { MoreMenu, useMenu } from '../../actions';

/** What one rarely does with a field, out of the way until asked for. @internal */
export function FieldMenu(props: {
  id: string;
  /** Of its button. */
  name: string;
  actions: { label: string; run: () => void }[];
}) {
  const { id, name, actions } = props;
  const menu = useMenu();
  return (
    <MoreMenu menu={menu} id={`${id}//more`} title={name}>
      {actions.map(({ label, run }) => (
        <MenuItem
          key={label}
          onClick={() => {
            menu.close();
            run();
          }}
        >
          {label}
        </MenuItem>
      ))}
    </MoreMenu>
  );
}
