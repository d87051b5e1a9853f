import type {
  FieldOfObject,
  ObjectPlan,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useMemo, useState, type ReactNode } from 'react';
import { childPath, fieldId, isWithin } from './fieldPath';
import { useFields, useReadOnly, type FieldProps } from './FieldsContext';
import { FieldAbout, FieldProblems } from './FieldShell';
import { layoutOf } from './fieldTree';
import { Fold, headingLevel } from './Fold';
import { RestField } from './RestField';
import { useProblems } from './FieldsContext';

/** More fields than this, and an optional object is folded. */
const small = 6;

/** The fields of an object, without a heading. @internal */
export function ObjectFields(props: FieldProps<ObjectPlan>) {
  const { t } = useKratixTranslation();
  const { store, Field } = useFields();
  const { plan, path, level, keep } = props;
  const { readOnly } = useReadOnly(props);
  // As at first: fields must not move away under the hands of who fills them in.
  const [layout] = useState(() =>
    layoutOf(plan, name => store.document.has(childPath(path, name))),
  );
  const inherited = useInherited(props);
  const draw = (field: FieldOfObject) => (
    <Field
      key={field.name}
      plan={field.plan}
      path={childPath(path, field.name)}
      required={field.required}
      readOnly={readOnly}
      level={level}
      keep={keep}
      inherited={inherited}
    />
  );
  const { plain, groups, folded, isAdvanced } = layout;
  const names = useMemo(
    () => new Set<string | number>(folded.map(({ name }) => name)),
    [folded],
  );
  return (
    <>
      {plain.map(draw)}
      {groups.map(({ title, fields }) => (
        <Group
          key={title}
          id={`${fieldId(path)}//group/${title}`}
          {...{ title, level }}
        >
          {fields.map(draw)}
        </Group>
      ))}
      {folded.length > 0 && (
        <Fold
          id={`${fieldId(path)}//more`}
          title={t(isAdvanced ? 'form.object.advanced' : 'form.object.more', {
            n: `${folded.length}`,
          })}
          level={level}
          isInside={inside =>
            isWithin(inside, path) && names.has(inside[path.length] ?? '')
          }
          isOpenAtFirst={false}
        >
          {() => folded.map(draw)}
        </Fold>
      )}
      {plan.rest && (
        <RestField
          {...props}
          inherited={inherited}
          names={plan.fields.map(({ name }) => name)}
        />
      )}
    </>
  );
}

function useInherited(props: FieldProps<ObjectPlan>) {
  const { plan, path, inherited } = props;
  return useMemo(
    () =>
      plan.default === undefined
        ? inherited
        : [...inherited, { path, value: plan.default }],
    [plan.default, path, inherited],
  );
}

function Group(props: {
  id: string;
  title: string;
  level: number;
  children: ReactNode;
}) {
  const { id, title, level, children } = props;
  return (
    <div role="group" aria-labelledby={id}>
      <div
        id={id}
        role="heading"
        aria-level={headingLevel(level)}
        dir="auto"
        style={{ fontWeight: 600, margin: '16px 0 8px' }}
      >
        {title}
      </div>
      {children}
    </div>
  );
}

/** An object with a heading of its own. @internal */
export function ObjectField(props: FieldProps<ObjectPlan>) {
  const { store } = useFields();
  const { plan, path, required, isItem, level, keep } = props;
  const problems = useProblems(path);
  const id = fieldId(path);
  const [wasThere] = useState(() => store.document.has(path));
  const isSmall =
    plan.fields.length <= small &&
    plan.fields.every(({ plan: of }) => of.kind !== 'object');
  return (
    <Fold
      id={id}
      title={plan.title ?? String(path[path.length - 1])}
      level={level}
      isInside={inside => isWithin(inside, path)}
      isOpenAtFirst={required || isItem || wasThere || isSmall}
      about={
        <>
          <FieldAbout description={plan.description} help={plan.hints?.help} />
          <FieldProblems id={id} problems={problems} />
        </>
      }
    >
      {() => (
        <ObjectFields
          {...props}
          level={level + 1}
          // An optional object goes with its last field, if typing made it.
          keep={required || isItem ? path.length : keep}
        />
      )}
    </Fold>
  );
}

/** @internal */
export type InsideOf = (path: ValuePath) => boolean;
