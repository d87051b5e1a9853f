import { isRecord } from '../kube';
import type { OpenApiSchema } from './types';

/*
 * Schemas come from authors: what has an unexpected type counts as absent, and
 * names such as `__proto__` are names like any other.
 */

/** @internal */
export function schemaOf(value: unknown): OpenApiSchema | undefined {
  return isRecord(value) ? value : undefined;
}

/** @internal */
export function schemasOf(value: unknown): OpenApiSchema[] {
  return Array.isArray(value)
    ? value.filter((one): one is OpenApiSchema => isRecord(one))
    : [];
}

/** The schema of a property that is named in it. @internal */
export function propertyOf(
  schema: OpenApiSchema,
  name: string,
): OpenApiSchema | undefined {
  const { properties } = schema;
  return isRecord(properties) && Object.hasOwn(properties, name)
    ? schemaOf(properties[name])
    : undefined;
}

/** @internal */
export function propertiesOf(schema: OpenApiSchema): [string, OpenApiSchema][] {
  const { properties } = schema;
  if (!isRecord(properties)) return [];
  return Object.entries(properties).flatMap(([name, one]) => {
    const of = schemaOf(one);
    return of ? [[name, of]] : [];
  });
}

/** The schema of a field, named or not. @internal */
export function fieldOf(
  schema: OpenApiSchema,
  name: string,
): OpenApiSchema | undefined {
  const { properties } = schema;
  return isRecord(properties) && Object.hasOwn(properties, name)
    ? schemaOf(properties[name])
    : schemaOf(schema.additionalProperties);
}

/** @internal */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : [];
}

/** The field of a value's own, whatever it is called. @internal */
export function ownField(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name)
    ? value[name]
    : undefined;
}
