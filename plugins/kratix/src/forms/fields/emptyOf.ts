import type { FieldPlan } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What stands where something was asked for and nothing is typed yet. Null
 * where nothing that is allowed is empty: the check then asks for a value.
 *
 * @internal
 */
export function emptyOf(plan: FieldPlan): unknown {
  if (plan.default !== undefined) return plan.default;
  switch (plan.kind) {
    case 'object':
    case 'map':
      return {};
    case 'list':
      return [];
    case 'text':
    case 'int-or-text':
      return '';
    case 'flag':
      return false;
    case 'maybe':
      return plan.none === 'null' ? null : emptyOf(plan.of);
    case 'yaml':
      if (plan.holds === 'anything') return null;
      return plan.holds === 'list' ? [] : {};
    case 'number':
    case 'choice':
      return null;
    default:
      return plan satisfies never;
  }
}
