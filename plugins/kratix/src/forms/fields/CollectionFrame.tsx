import type {
  ListPlan,
  MapPlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { fieldId } from './fieldPath';
import {
  useProblems,
  useReadOnly,
  useWrite,
  type FieldProps,
} from './FieldsContext';
import { describedBy, FieldShell, partsOf } from './FieldShell';
import type { Collection } from './useCollection';
import { useFocusLater } from './useFocusLater';

/**
 * A list or a map around its rows. One without any can be given as empty, which
 * is another thing than not being given.
 *
 * @internal
 */
export function CollectionFrame(props: {
  field: FieldProps<ListPlan | MapPlan>;
  collection: Collection;
  isEmpty: boolean;
  empty: { label: string; value: unknown };
  /** Where the next row is begun. */
  addId: string;
  children: ReactNode;
}) {
  const { t } = useKratixTranslation();
  const { field, collection, isEmpty, empty, addId, children } = props;
  const { path, required, isItem } = field;
  const { words, given } = collection;
  const { readOnly } = useReadOnly(field);
  const problems = useProblems(path);
  const write = useWrite(field);
  const focusLater = useFocusLater();
  const id = fieldId(path);
  const isBare = !readOnly && !isItem && isEmpty;
  const writeAll = (value: unknown) => () => {
    write(value);
    focusLater(addId);
  };
  const clear = {
    label: t('form.clear'),
    name: t('form.list.unset', { field: words.title }),
    run: writeAll(undefined),
  };
  const setEmpty = { label: empty.label, run: writeAll(empty.value) };
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
        aria-labelledby={partsOf(id).label}
        aria-describedby={describedBy(id, words, problems)}
      >
        {children}
      </div>
    </FieldShell>
  );
}
