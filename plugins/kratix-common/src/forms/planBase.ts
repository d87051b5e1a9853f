import type { Place } from './notes';
import type { PlanBase, YamlPlan } from './plan';
import { inert } from './words';

/** A field that holds YAML text. @internal */
export function planYaml(
  schema: Record<string, unknown>,
  place: Place,
  why: string,
): YamlPlan {
  place.note(`Shown as YAML: ${why}`);
  const mapping =
    schema.type === 'object' ||
    schema['x-kubernetes-embedded-resource'] === true;
  const list = schema.type === 'array' ? 'list' : 'anything';
  return {
    kind: 'yaml',
    holds: mapping ? 'mapping' : list,
    ...baseOf(schema),
  };
}

/** What any plan takes over from its schema. @internal */
export function baseOf(schema: Record<string, unknown>): PlanBase {
  const base: PlanBase = {};
  const { title, description } = schema;
  if (typeof title === 'string' && title !== '') base.title = inert(title);
  if (typeof description === 'string' && description !== '') {
    base.description = inert(description.trim());
  }
  if (schema.nullable === true) base.nullable = true;
  return base;
}
