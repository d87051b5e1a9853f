import type { ValuePath } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { memo, useMemo } from 'react';
import { childPath, fieldId, isWithin } from './fieldPath';
import { useFields, useOfDocument } from './FieldsContext';
import { settledPlan } from './fieldTree';
import { Fold } from './Fold';
import { ItemButtons } from './ItemButtons';
import { ItemField, type RowProps } from './ItemField';
import { RowFrame } from './RowFrame';

type ItemProps = RowProps & {
  list: ValuePath;
  index: number;
  length: number;
};

/** A row with its buttons, or a card where the item has fields. @internal */
export const ListItem = memo((props: ItemProps) => {
  const { t } = useKratixTranslation();
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
  const buttons = !readOnly && <ItemButtons {...props} />;
  if (!isCard) {
    return (
      <RowFrame buttons={buttons}>
        <ItemField
          plan={named}
          path={path}
          readOnly={readOnly}
          level={level}
          inherited={inherited}
        />
      </RowFrame>
    );
  }
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
