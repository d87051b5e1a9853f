import { isRecord } from '../kube';
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
    ...tellingOf(schema),
    ...baseOf(schema),
  };
}

/** The schema of a YAML text, where it has anything to offer. @internal */
export function tellingOf(
  schema: Record<string, unknown>,
): Pick<YamlPlan, 'schema'> {
  return tells(schema) ? { schema } : {};
}

const branches = ['allOf', 'anyOf', 'oneOf'] as const;

/** Looks a few levels down: more could cost time for no one's good. */
function tells(schema: unknown, levels = 4): boolean {
  if (!isRecord(schema) || levels === 0) return false;
  const { properties, items, additionalProperties } = schema;
  return (
    (isRecord(properties) && Object.keys(properties).length > 0) ||
    schema['x-kubernetes-embedded-resource'] === true ||
    Array.isArray(schema.enum) ||
    schema.type === 'boolean' ||
    tells(items, levels - 1) ||
    tells(additionalProperties, levels - 1) ||
    branches.some(name =>
      [schema[name]].flat().some(branch => tells(branch, levels - 1)),
    )
  );
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
