import type { ListPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import AddIcon from '@material-ui/icons/Add';
import { emptyOf } from './emptyOf';
import { childPath, fieldId } from './fieldPath';
import {
  useFields,
  useOfDocument,
  useProblems,
  useReadOnly,
  useShown,
  useWrite,
  type FieldProps,
} from './FieldsContext';
import { FieldShell, describedBy } from './FieldShell';
import { ListItem } from './ListItem';
import { useCollection } from './useCollection';
import { useFocusLater } from './useFocusLater';

/** A list: rows of values, or cards of objects. @internal */
export function ListField(props: FieldProps<ListPlan>) {
  const { t } = useKratixTranslation();
  const { store } = useFields();
  const { plan, path, required, isItem } = props;
  const { readOnly } = useReadOnly(props);
  const problems = useProblems(path);
  const write = useWrite(props);
  const focusLater = useFocusLater();
  const { inherited, words, given } = useCollection(props);
  const length = useLength(props);
  const id = fieldId(path);
  const { title } = words;
  const addId = `${id}//add`;
  const add = () => {
    store.flush();
    store.bringIn(inherited);
    store.document.insert(path, length, emptyOf(plan.item));
    store.say(t('form.list.added', { n: `${length + 1}` }));
    store.reveal(childPath(path, length));
    focusLater(fieldId(childPath(path, length)));
  };
  const isBare = !readOnly && !isItem && length === 0;
  const writeAll = (value: unknown) => () => {
    write(value);
    focusLater(addId);
  };
  const clear = {
    label: t('form.clear'),
    name: t('form.list.unset', { field: title }),
    run: writeAll(undefined),
  };
  const setEmpty = { label: t('form.list.setEmpty'), run: writeAll([]) };
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      labels="group"
      actions={isBare && given ? [clear] : []}
      rare={isBare && !given ? [setEmpty] : []}
    >
      <div
        id={id}
        role="group"
        tabIndex={-1}
        aria-labelledby={`${id}//label`}
        aria-describedby={describedBy(id, words, problems)}
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
            level={props.level}
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
      </div>
    </FieldShell>
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
