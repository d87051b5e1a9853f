import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  FieldPlan,
  MapPlan,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixTranslationRef,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import AddIcon from '@material-ui/icons/Add';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { memo, useMemo, useState } from 'react';
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
import { RowFrame } from './RowFrame';
import { useCollection } from './useCollection';
import { useFocusLater } from './useFocusLater';

/** Names that people choose, with a value each. @internal */
export function MapField(props: FieldProps<MapPlan>) {
  const { t } = useTranslationRef(kratixTranslationRef);
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
  const clear = {
    label: given ? t('form.clear') : t('form.map.setEmpty'),
    name: given
      ? t('form.list.unset', { field: words.title })
      : `${t('form.map.setEmpty')}: ${words.title}`,
    run: () => {
      write(given ? undefined : {});
      focusLater(`${id}//key`);
    },
  };
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      labels="group"
      actions={!readOnly && !isItem && isEmpty ? [clear] : []}
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

const MapRow = memo(function MapRow(props: {
  map: ValuePath;
  name: string;
  title: string;
  plan: FieldPlan;
  readOnly: boolean;
  level: number;
  inherited: FieldProps['inherited'];
}) {
  const { t } = useTranslationRef(kratixTranslationRef);
  const { store, Field } = useFields();
  const { map, name, title, plan, readOnly, level, inherited } = props;
  const path = childPath(map, name);
  const shown = name === '' ? t('form.empty') : name;
  const [typed, setTyped] = useState<string>();
  const [isTaken, setTaken] = useState(false);
  const rename = () => {
    if (typed === undefined) return;
    store.flush();
    store.bringIn(inherited);
    const done = store.document.rename(map, name, typed);
    setTaken(!done);
    if (done) setTyped(undefined);
  };
  const named = useMemo(
    () => ({ ...plan, title: t('form.map.value', { key: shown }) }),
    [plan, shown, t],
  );
  const remove = () => {
    store.flush();
    store.bringIn(inherited);
    store.document.remove(path);
    store.say(t('form.map.removed', { key: shown }));
    const next = `${fieldId(map)}//key`;
    requestAnimationFrame(() => document.getElementById(next)?.focus());
  };
  return (
    <RowFrame
      buttons={
        !readOnly && (
          <IconButton
            size="small"
            aria-label={t('form.map.remove', { key: shown, field: title })}
            onClick={remove}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        )
      }
    >
      <TextField
        id={`${fieldId(path)}//name`}
        label={t('form.map.key')}
        variant="outlined"
        size="small"
        margin="dense"
        value={typed ?? name}
        error={isTaken}
        helperText={isTaken ? t('form.map.taken') : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={rename}
        onKeyDown={event => {
          if (event.key === 'Enter') rename();
        }}
        inputProps={{
          'aria-label': t('form.map.keyOf', { key: shown, field: title }),
          readOnly,
          dir: 'auto',
          spellCheck: false,
        }}
      />
      <Field
        plan={named}
        path={path}
        required
        isItem
        readOnly={readOnly}
        level={level + 1}
        keep={path.length}
        inherited={inherited}
      />
    </RowFrame>
  );
});

function NewKey(props: {
  id: string;
  label: string;
  isTaken: (key: string) => boolean;
  onAdd: (key: string) => void;
}) {
  const { t } = useTranslationRef(kratixTranslationRef);
  const { id, label, isTaken, onAdd } = props;
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string>();
  const add = () => {
    if (key === '') {
      setProblem(t('form.map.missing'));
    } else if (isTaken(key)) {
      setProblem(t('form.map.taken'));
    } else {
      setProblem(undefined);
      setKey('');
      onAdd(key);
    }
  };
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <TextField
        id={id}
        variant="outlined"
        size="small"
        label={label}
        value={key}
        error={problem !== undefined}
        helperText={problem}
        onChange={({ target }) => setKey(target.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add();
        }}
        inputProps={{ dir: 'auto', spellCheck: false }}
      />
      <PlainButton
        size="small"
        variant="outlined"
        startIcon={<AddIcon />}
        style={{ alignSelf: 'flex-start', minHeight: 40 }}
        onClick={add}
      >
        {t('form.map.add')}
      </PlainButton>
    </div>
  );
}
