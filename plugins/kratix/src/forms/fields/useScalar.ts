import {
  sameValue,
  type FieldPlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  type KratixT,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { fieldId } from './fieldPath';
import type { FieldProblem } from './FieldProblem';
import {
  useProblems,
  useReadOnly,
  useShown,
  useWrite,
  type FieldProps,
} from './FieldsContext';
import type { FieldWords } from './FieldShell';
import { valueWords } from './valueWords';

/** What all fields with one value have. @internal */
export interface Scalar {
  id: string;
  t: KratixT;
  value: unknown;
  given: boolean;
  readOnly: boolean;
  problems: readonly FieldProblem[];
  words: FieldWords;
  actions: { label: string; name: string; run: () => void }[];
  write: (value: unknown) => void;
}

/** @internal */
export function useScalar<P extends FieldPlan>(
  props: FieldProps<P>,
  options: {
    /** It can't be emptied by typing, so that it needs a button. */
    clearable?: boolean;
    /** Its value is not to be seen. */
    secret?: boolean;
  } = {},
): Scalar {
  const { t } = useKratixTranslation();
  const { plan, path, required, isItem } = props;
  const { clearable = false, secret = false } = options;
  const { value, given } = useShown(props);
  const { readOnly, fixed } = useReadOnly(props);
  const problems = useProblems(path);
  const write = useWrite(props);
  const title = plan.title ?? valueWords(path[path.length - 1] ?? '', t);
  const hasDefault = plan.default !== undefined && !isItem;
  const differs = given && hasDefault && !sameValue(value, plan.default);
  const remove = () => write(undefined);
  const notes = [
    ...(hasDefault && differs && !secret
      ? [t('form.default', { value: valueWords(plan.default, t) })]
      : []),
    ...(hasDefault && !given ? [t('form.isDefault')] : []),
    ...(given && value === '' && !secret && !required
      ? [t('form.emptyText')]
      : []),
  ];
  return {
    id: fieldId(path),
    t,
    value,
    given,
    readOnly,
    problems,
    write,
    words: {
      title,
      description: plan.description,
      help: plan.hints?.help,
      notes,
      ...(fixed && {
        fixed: [t('form.fixed'), plan.fixed?.message].filter(Boolean).join(' '),
      }),
    },
    actions:
      readOnly || isItem
        ? []
        : [
            ...(differs
              ? [
                  {
                    label: t('form.useDefault'),
                    name: t('form.useDefaultOf', { field: title }),
                    run: remove,
                  },
                ]
              : []),
            ...(given &&
            !hasDefault &&
            !required &&
            (clearable || value === '' || value === null)
              ? [
                  {
                    label: t('form.clear'),
                    name: t('form.clearOf', { field: title }),
                    run: remove,
                  },
                ]
              : []),
          ],
  };
}
