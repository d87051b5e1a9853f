import type { ValuePath } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import IconButton from '@material-ui/core/IconButton';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { childPath, fieldId } from './fieldPath';
import { useFields, type FieldProps } from './FieldsContext';
import { useFocusLater } from './useFocusLater';

const buttonId = (path: ValuePath, action: string) =>
  `${fieldId(path)}//${action}`;

/**
 * Moves and removes an item. Focus goes with the item that moved, and to the
 * next one where one went.
 *
 * @internal
 */
export function ItemButtons(props: {
  list: ValuePath;
  index: number;
  length: number;
  title: string;
  inherited: FieldProps['inherited'];
}) {
  const { t } = useKratixTranslation();
  const { store } = useFields();
  const focusLater = useFocusLater();
  const { list, index, length, title, inherited } = props;
  const path = childPath(list, index);
  const n = `${index + 1}`;
  const move = (to: number) => {
    store.edit(inherited, document => document.move(list, index, to));
    store.say(t('form.list.moved', { n: `${to + 1}`, total: `${length}` }));
    const action = to < index ? 'up' : 'down';
    const atEnd = to === 0 || to === length - 1;
    const other = to < index ? 'down' : 'up';
    focusLater(buttonId(childPath(list, to), atEnd ? other : action));
  };
  const remove = () => {
    // Drawn by the next item, as this one's buttons may be gone.
    const next = Math.min(index, length - 2);
    const target =
      next >= 0
        ? buttonId(childPath(list, next), 'remove')
        : `${fieldId(list)}//add`;
    store.edit(inherited, document => document.remove(path));
    store.say(t('form.list.removed', { n }));
    requestAnimationFrame(() => document.getElementById(target)?.focus());
  };
  return (
    <>
      <IconButton
        id={buttonId(path, 'up')}
        size="small"
        disabled={index === 0}
        aria-label={t('form.list.up', { n, field: title })}
        onClick={() => move(index - 1)}
      >
        <ArrowUpward fontSize="small" />
      </IconButton>
      <IconButton
        id={buttonId(path, 'down')}
        size="small"
        disabled={index === length - 1}
        aria-label={t('form.list.down', { n, field: title })}
        onClick={() => move(index + 1)}
      >
        <ArrowDownward fontSize="small" />
      </IconButton>
      <IconButton
        id={buttonId(path, 'remove')}
        size="small"
        aria-label={t('form.list.remove', { n, field: title })}
        onClick={remove}
      >
        <DeleteIcon fontSize="small" />
      </IconButton>
    </>
  );
}
