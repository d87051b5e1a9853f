import type { MapPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useMemo } from 'react';
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
import { describedBy, FieldShell } from './FieldShell';
import { MapRow } from './MapRow';
import { NewKey } from './NewKey';
import { useCollection } from './useCollection';
import { useFocusLater } from './useFocusLater';

/** Names that people choose, with a value each. @internal */
export function MapField(props: FieldProps<MapPlan>) {
  const { t } = useKratixTranslation();
  const { store } = useFields();
  const { plan, path, required, isItem } = props;
  const { readOnly } = useReadOnly(props);
  const problems = useProblems(path);
  const write = useWrite(props);
  const focusLater = useFocusLater();
  const { inherited, words, given } = useCollection(props);
  const keys = useKeys(props);
  const id = fieldId(path);
  const isEmpty = keys.length === 0;
  const isBare = !readOnly && !isItem && isEmpty;
  const writeAll = (value: unknown) => () => {
    write(value);
    focusLater(`${id}//key`);
  };
  const clear = {
    label: t('form.clear'),
    name: t('form.list.unset', { field: words.title }),
    run: writeAll(undefined),
  };
  const setEmpty = { label: t('form.map.setEmpty'), run: writeAll({}) };
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
        {keys.map((key, index) => (
          <MapRow
            // A key that is renamed stays in its row.
            key={index}
            map={path}
            name={key}
            title={words.title}
            plan={plan.value}
            readOnly={readOnly}
            level={props.level}
            inherited={inherited}
          />
        ))}
        {!readOnly && (
          <NewKey
            id={`${id}//key`}
            label={t('form.map.newKey', { field: words.title })}
            isTaken={key => keys.includes(key)}
            onAdd={key => {
              store.flush();
              store.bringIn(inherited);
              const at = childPath(path, key);
              store.document.set(at, emptyOf(plan.value));
              store.say(t('form.map.added', { key }));
              store.reveal(at);
              focusLater(fieldId(at));
            }}
          />
        )}
      </div>
    </FieldShell>
  );
}

/** Its keys; what is typed into the values draws nothing here. */
function useKeys(props: FieldProps<MapPlan>): string[] {
  const { store } = useFields();
  const { path } = props;
  const { value } = useShown(props);
  const text = useOfDocument(() => {
    const now = store.document.has(path) ? store.document.get(path) : value;
    return JSON.stringify(Object.keys(now ?? {}));
  });
  return useMemo(() => JSON.parse(text) as string[], [text]);
}
