import type { MapPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useMemo } from 'react';
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
import { MapRow } from './MapRow';
import { NewKey } from './NewKey';
import { useCollection } from './useCollection';
import { useFocusLater } from './useFocusLater';

/** Names that people choose, with a value each. @internal */
export function MapField(props: FieldProps<MapPlan>) {
  const { t } = useKratixTranslation();
  const { store } = useFields();
  const { plan, path, level } = props;
  const { readOnly } = useReadOnly(props);
  const focusLater = useFocusLater();
  const collection = useCollection(props);
  const { inherited, words } = collection;
  const { title } = words;
  const keys = useKeys(props);
  const addId = `${fieldId(path)}//key`;
  const add = (key: string) => {
    const at = childPath(path, key);
    store.edit(inherited, document => document.set(at, emptyOf(plan.value)));
    store.say(t('form.map.added', { key }));
    store.reveal(at);
    focusLater(fieldId(at));
  };
  return (
    <CollectionFrame
      field={props}
      collection={collection}
      isEmpty={keys.length === 0}
      empty={{ label: t('form.map.setEmpty'), value: {} }}
      addId={addId}
    >
      {keys.map((key, index) => (
        <MapRow
          // A key that is renamed stays in its row.
          key={index}
          map={path}
          name={key}
          title={title}
          plan={plan.value}
          readOnly={readOnly}
          level={level}
          inherited={inherited}
        />
      ))}
      {!readOnly && (
        <NewKey
          id={addId}
          label={t('form.map.newKey', { field: title })}
          isTaken={key => keys.includes(key)}
          onAdd={add}
        />
      )}
    </CollectionFrame>
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
