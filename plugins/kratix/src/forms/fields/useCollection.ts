import type {
  ListPlan,
  MapPlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useMemo } from 'react';
import {
  useFields,
  useOfDocument,
  useReadOnly,
  type FieldProps,
} from './FieldsContext';
import type { FieldWords } from './FieldShell';
import type { Inherited } from './FieldsStore';

/** What lists and maps have in common. @internal */
export interface Collection {
  words: FieldWords;
  given: boolean;
  /** With its own default, of which its items are parts. */
  inherited: readonly Inherited[];
}

/** @internal */
export function useCollection(
  props: FieldProps<ListPlan | MapPlan>,
): Collection {
  const { t } = useKratixTranslation();
  const { document } = useFields().store;
  const { plan, path, inherited } = props;
  const { fixed } = useReadOnly(props);
  const given = useOfDocument(() => document.has(path));
  const state = useOfDocument(() => {
    const value = document.get(path);
    if (value === null) return 'null';
    const isEmpty =
      typeof value === 'object' && Object.keys(value ?? {}).length === 0;
    return isEmpty ? 'empty' : 'full';
  });
  const own = useMemo(
    () =>
      plan.default === undefined
        ? inherited
        : [...inherited, { path, value: plan.default }],
    [plan.default, path, inherited],
  );
  const { minItems, maxItems } = plan;
  const notes = [
    ...(minItems ? [t('form.list.atLeast', { count: minItems })] : []),
    ...(maxItems !== undefined
      ? [t('form.list.atMost', { count: maxItems })]
      : []),
    ...(!given && plan.default !== undefined ? [t('form.isDefault')] : []),
    ...(!given && plan.default === undefined ? [t('form.list.notSet')] : []),
    ...(given && state === 'empty' ? [t('form.list.none')] : []),
    ...(state === 'null' ? [t('form.noValue')] : []),
  ];
  return {
    given,
    inherited: own,
    words: {
      title: plan.title ?? String(path[path.length - 1]),
      description: plan.description,
      help: plan.hints?.help,
      notes,
      ...(fixed && {
        fixed: [t('form.fixed'), plan.fixed?.message].filter(Boolean).join(' '),
      }),
    },
  };
}
