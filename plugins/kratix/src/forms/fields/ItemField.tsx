import type {
  FieldPlan,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useFields, type FieldProps } from './FieldsContext';

/** What every row of a list or a map is told. @internal */
export interface RowProps {
  /** Of the list or the map. */
  title: string;
  /** Of what the row holds. */
  plan: FieldPlan;
  readOnly: boolean;
  /** Of the list or the map. */
  level: number;
  inherited: FieldProps['inherited'];
}

/** What a row of a list or a map holds; it goes with its row alone. @internal */
export function ItemField(
  props: Omit<RowProps, 'title'> & { path: ValuePath },
) {
  const { Field } = useFields();
  const { path, level, ...others } = props;
  return (
    <Field
      {...others}
      path={path}
      level={level + 1}
      keep={path.length}
      required
      isItem
    />
  );
}
