import {
  humanise,
  type FieldPlan,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * A field as people know it: the titles on the way to it, without those that
 * the whole form has in common. Where no plan leads, its name.
 *
 * @internal
 */
export function titleOf(path: ValuePath, plan?: FieldPlan): string {
  const titles: string[] = [];
  let at = plan;
  path.forEach((segment, index) => {
    const next = at && partOf(at, segment);
    at = next;
    const title =
      typeof segment === 'number'
        ? `${segment + 1}`
        : next?.title ?? humanise(segment);
    const isSpec = index === 0 && segment === 'spec' && path.length > 1;
    if (!isSpec) titles.push(title);
  });
  return titles.join(' › ');
}

function partOf(
  plan: FieldPlan,
  segment: string | number,
): FieldPlan | undefined {
  switch (plan.kind) {
    case 'maybe':
      return partOf(plan.of, segment);
    case 'object':
      return plan.fields.find(({ name }) => name === segment)?.plan;
    case 'list':
      return plan.item;
    case 'map':
      return { ...plan.value, title: undefined };
    default:
      return undefined;
  }
}
