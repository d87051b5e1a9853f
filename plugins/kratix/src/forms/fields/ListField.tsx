import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  FieldPlan,
  ListPlan,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixTranslationRef,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import AddIcon from '@material-ui/icons/Add';
import { memo, useMemo } from 'react';
import { emptyOf } from './emptyOf';
import { childPath, fieldId, isWithin } from './fieldPath';
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
import { Fold } from './Fold';
import { ItemButtons } from './ItemButtons';
import { RowFrame } from './RowFrame';
import { settledPlan } from './fieldTree';
import { useCollection } from './useCollection';
import { useFocusLater } from './useFocusLater';

/** A list: rows of values, or cards of objects. @internal */
export function ListField(props: FieldProps<ListPlan>) {
  const { t } = useTranslationRef(kratixTranslationRef);
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
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      labels="group"
      actions={
        readOnly || length > 0 || isItem
          ? []
          : [
              given
                ? {
                    label: t('form.clear'),
                    name: t('form.list.unset', { field: title }),
                    run: () => {
                      write(undefined);
                      focusLater(addId);
                    },
                  }
                : {
                    label: t('form.list.setEmpty'),
                    name: `${t('form.list.setEmpty')}: ${title}`,
                    run: () => {
                      write([]);
                      focusLater(addId);
                    },
                  },
            ]
      }
    >
      <div
        id={id}
        role="group"
        tabIndex={-1}
        aria-labelledby={`${id}//label`}
        aria-describedby={describedBy(id, words, problems)}
      >
        {Array.from({ length }, (_one, index) => (
          <Item
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

interface ItemProps {
  list: ValuePath;
  index: number;
  length: number;
  title: string;
  plan: FieldPlan;
  readOnly: boolean;
  level: number;
  inherited: FieldProps['inherited'];
}

const Item = memo(function Item(props: ItemProps) {
  const { t } = useTranslationRef(kratixTranslationRef);
  const { Field } = useFields();
  const { list, index, title, plan, readOnly, level, inherited } = props;
  const path = childPath(list, index);
  const n = `${index + 1}`;
  const name = useItemName(path);
  const settled = settledPlan(plan);
  const isCard = settled.kind === 'object';
  const cardTitle = name
    ? t('form.list.itemNamed', { n, name })
    : t('form.list.itemPlain', { n });
  const named = useMemo(
    () => ({ ...plan, title: t('form.list.item', { field: title, n }) }),
    [plan, title, n, t],
  );
  const field = (of: FieldPlan) => (
    <Field
      plan={of}
      path={path}
      required
      isItem
      readOnly={readOnly}
      level={level + 1}
      keep={path.length}
      inherited={inherited}
    />
  );
  const buttons = !readOnly && <ItemButtons {...props} />;
  if (!isCard) return <RowFrame buttons={buttons}>{field(named)}</RowFrame>;
  return (
    <RowFrame isCard>
      <Fold
        id={`${fieldId(path)}//card`}
        title={cardTitle}
        level={level + 1}
        isInside={inside => isWithin(inside, path)}
        isOpenAtFirst={props.length <= 5}
        actions={buttons}
      >
        {() => <CardFields {...props} path={path} plan={named} />}
      </Fold>
    </RowFrame>
  );
});

/** The fields of an item that is an object; the card is its heading. */
function CardFields(props: ItemProps & { path: ValuePath }) {
  const { Fields } = useFields();
  const { path, plan, readOnly, level, inherited } = props;
  const settled = settledPlan(plan);
  return settled.kind === 'object' ? (
    <Fields
      plan={settled}
      path={path}
      required
      isItem
      readOnly={readOnly}
      level={level + 2}
      keep={path.length}
      inherited={inherited}
    />
  ) : null;
}

/** By what people call it, where it says so. */
function useItemName(path: ValuePath): string | undefined {
  const { document } = useFields().store;
  return useOfDocument(() => {
    for (const key of ['name', 'title', 'id', 'key']) {
      const value = document.get(childPath(path, key));
      if (typeof value === 'string' && value !== '') return value;
    }
    return undefined;
  });
}
