import type { FormUiSchema } from './drawn';
import type { FieldPicker, FieldPlan } from './plan';

/**
 * What a Template can do of an author's hints. Groups, what is advanced, and
 * pickers of cluster objects are the portal's own form's alone.
 *
 * @internal
 */
export function wishes({ hints }: FieldPlan): FormUiSchema {
  if (!hints) return {};
  const { help, placeholder, field, picker } = hints;
  return {
    ...(help !== undefined && { 'ui:help': help }),
    ...(placeholder !== undefined && { 'ui:placeholder': placeholder }),
    ...(picker && picked(picker)),
    ...(field && {
      'ui:field': field.name,
      ...(field.options && { 'ui:options': field.options }),
    }),
  };
}

function picked(picker: FieldPicker): FormUiSchema {
  switch (picker.of) {
    case 'entity':
      return {
        'ui:field': 'EntityPicker',
        'ui:options': picker.kind
          ? { catalogFilter: { kind: picker.kind } }
          : {},
      };
    case 'owner':
      return { 'ui:field': 'OwnerPicker' };
    case 'request':
    case 'namespace':
    case 'secret':
      return {};
    default:
      return picker satisfies never;
  }
}
