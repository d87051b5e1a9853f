import {
  sameValue,
  type ObjectPlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useRef } from 'react';
import { childPath, fieldId } from './fieldPath';
import {
  useFields,
  useOfDocument,
  useReadOnly,
  type FieldProps,
} from './FieldsContext';
import { FieldShell, partsOf } from './FieldShell';
import { YamlInput } from './YamlInput';

/** What an object may hold beside the fields that its schema names. @internal */
export function RestField(
  props: FieldProps<ObjectPlan> & { names: readonly string[] },
) {
  const { t } = useKratixTranslation();
  const { store } = useFields();
  const { path, names, inherited } = props;
  const { readOnly } = useReadOnly(props);
  const value = useRest(path, names);
  const id = `${fieldId(path)}//rest`;
  const write = (next: unknown) => {
    store.bringIn(inherited);
    const wanted = new Map(Object.entries(next ?? {}));
    for (const name of Object.keys(value ?? {})) {
      if (!wanted.has(name)) store.document.remove([...path, name]);
    }
    for (const [name, one] of wanted) {
      if (!names.includes(name)) store.document.set([...path, name], one);
    }
  };
  const words = {
    title: t('form.object.other'),
    description: t('form.object.otherHint'),
    notes: [],
  };
  return (
    <FieldShell
      id={id}
      words={words}
      required={false}
      problems={[]}
      labels="group"
    >
      <YamlInput
        id={id}
        path={childPath(path, '\u0000rest')}
        title={words.title}
        value={value}
        holds="mapping"
        write={write}
        readOnly={readOnly}
        minLines={3}
        describedBy={partsOf(id).about}
      />
    </FieldShell>
  );
}

/** The members that have no field; the same object while they are the same. */
function useRest(path: FieldProps['path'], names: readonly string[]) {
  const { document } = useFields().store;
  const last = useRef<Record<string, unknown>>();
  return useOfDocument(() => {
    const whole = document.get(path);
    const entries =
      typeof whole === 'object' && whole !== null && !Array.isArray(whole)
        ? Object.entries(whole).filter(([name]) => !names.includes(name))
        : [];
    const rest = entries.length > 0 ? Object.fromEntries(entries) : undefined;
    if (!sameValue(last.current, rest)) last.current = rest;
    return last.current;
  });
}
