import type {
  FieldPlan,
  MaybePlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import AddIcon from '@material-ui/icons/Add';
import { useMemo } from 'react';
import { emptyOf } from './emptyOf';
import { fieldId } from './fieldPath';
import {
  useFields,
  useProblems,
  useReadOnly,
  useShown,
  useWrite,
  type FieldProps,
} from './FieldsContext';
import { describedBy, FieldShell } from './FieldShell';
import { useFocusLater } from './useFocusLater';

/** Wanted or not, before it is filled in. @internal */
export function MaybeField(props: FieldProps<MaybePlan>) {
  const { t } = useKratixTranslation();
  const { Field, store } = useFields();
  const { plan, path, required, isItem, keep } = props;
  const { value, given } = useShown(props);
  const { readOnly, fixed } = useReadOnly(props);
  const problems = useProblems(path);
  const write = useWrite(props);
  const focusLater = useFocusLater();
  const of = useMemo(() => innerPlan(plan), [plan]);
  const id = fieldId(path);
  const title = plan.title ?? String(path[path.length - 1]);
  const words = {
    title,
    description: plan.description,
    help: plan.hints?.help,
    notes: [value === null ? t('form.object.null') : t('form.object.absent')],
    ...(fixed && { fixed: plan.fixed?.message ?? t('form.fixed') }),
  };
  const isThere = value !== null && value !== undefined;
  const mayBeNull = plan.none === 'null' || plan.nullable === true;
  const actions = [
    ...(given && !isItem && !(required && plan.none === 'null')
      ? [
          {
            label: isThere
              ? t('form.object.remove', { field: title })
              : t('form.clear'),
            name: isThere
              ? t('form.object.remove', { field: title })
              : t('form.clearOf', { field: title }),
            run: () => {
              store.flush();
              write(undefined);
              focusLater(id);
            },
          },
        ]
      : []),
    ...(mayBeNull && value !== null
      ? [
          {
            label: t('form.noValue'),
            name: t('form.object.setNull', { field: title }),
            run: () => {
              store.flush();
              write(null);
              focusLater(id);
            },
          },
        ]
      : []),
  ];
  if (isThere) {
    return (
      <>
        <Field {...props} plan={of} required keep={path.length} />
        {!readOnly && actions.length > 0 && (
          <div style={{ margin: '-12px 0 20px' }}>
            {actions.map(({ label, name, run }) => (
              <PlainButton
                key={label}
                size="small"
                aria-label={name}
                onClick={run}
              >
                {label}
              </PlainButton>
            ))}
          </div>
        )}
      </>
    );
  }
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      labels="group"
      actions={readOnly ? [] : actions}
    >
      {!readOnly && (
        <PlainButton
          id={id}
          variant="outlined"
          size="small"
          startIcon={<AddIcon />}
          aria-describedby={describedBy(id, words, problems)}
          onClick={() => {
            store.write({
              path,
              value: emptyOf(of),
              inherited: props.inherited,
              keep,
            });
            focusLater(id);
          }}
        >
          {t('form.object.add', { field: title })}
        </PlainButton>
      )}
    </FieldShell>
  );
}

/** The plan of what is there, under the title of the whole. */
function innerPlan(plan: MaybePlan): FieldPlan {
  const { of, title, description, hints, default: given } = plan;
  return {
    ...of,
    hints: { ...of.hints, ...hints },
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(given !== undefined && { default: given }),
  };
}
