import type { ListPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  PlainButton,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import AddIcon from '@material-ui/icons/Add';
import { CollectionFrame } from './CollectionFrame';
import { emptyOf } from './emptyOf';
import { childPath, fieldId } from './fieldPath';
import {
  useFields,
  useOfDocument,
  useReadOnly,
  useShown,
  type FieldProps,
} from './FieldsContext';
import { ListItem } from './ListItem';
import { useCollection } from './useCollection';
import { useFocusLater } from './useFocusLater';

/** A list: rows of values, or cards of objects. @internal */
export function ListField(props: FieldProps<ListPlan>) {
  const { t } = useKratixTranslation();
  const { store } = useFields();
  const { plan, path, level } = props;
  const { readOnly } = useReadOnly(props);
  const focusLater = useFocusLater();
  const collection = useCollection(props);
  const { inherited, words } = collection;
  const { title } = words;
  const length = useLength(props);
  const addId = `${fieldId(path)}//add`;
  const add = () => {
    const at = childPath(path, length);
    store.edit(inherited, document =>
      document.insert(path, length, emptyOf(plan.item)),
    );
    store.say(t('form.list.added', { n: `${length + 1}` }));
    store.reveal(at);
    // An object has a card, whose first field it is.
    focusLater(fieldId(at), `${fieldId(at)}//card`);
  };
  return (
    <CollectionFrame
      field={props}
      collection={collection}
      isEmpty={length === 0}
      empty={{ label: t('form.list.setEmpty'), value: [] }}
      addId={addId}
    >
      {Array.from({ length }, (_one, index) => (
        <ListItem
          // Items have no names; what is typed is written before they move.
          key={index}
          list={path}
          index={index}
          length={length}
          title={title}
          plan={plan.item}
          readOnly={readOnly}
          level={level}
          inherited={inherited}
        />
      ))}
      {!readOnly && (
        <PlainButton
          id={addId}
          size="small"
          variant="outlined"
          startIcon={<AddIcon />}
          disabled={plan.maxItems !== undefined && length >= plan.maxItems}
          onClick={add}
        >
          {t('form.list.add', { field: title })}
        </PlainButton>
      )}
    </CollectionFrame>
  );
}

/** Of the list as shown; its items' content draws nothing anew. */
function useLength(props: FieldProps<ListPlan>): number {
  const { store } = useFields();
  const { path } = props;
  const { value } = useShown(props);
  return useOfDocument(() => {
    const now = store.document.has(path) ? store.document.get(path) : value;
    return Array.isArray(now) ? now.length : 0;
  });
}
