import type { ApiChange } from '../../api';
import { stringifyExact } from '../../kube';
import type { OpenApiSchema } from '../types';

/** The same place in the schemas of both versions. @internal */
export interface SchemaPair {
  before: OpenApiSchema;
  after: OpenApiSchema;
  /** As in the API reference: `spec.users[].name`. */
  path: string;
  depth: number;
  /** JSON of the shapes (allOf, not…) at and above, which may count fields. */
  shapes: string;
}

// A value longer than this is looked at in the YAML.
const maxText = 400;

/** A value as JSON, cut to what a table shows. @internal */
export function jsonText(value: unknown): string {
  const text = stringifyExact(value) ?? 'null';
  return text.length > maxText ? `${text.slice(0, maxText)}…` : text;
}

/** @internal */
export function changeOf(
  kind: ApiChange['kind'],
  path: string,
  breaking: boolean,
  values: { before?: unknown; after?: unknown } = {},
): ApiChange {
  return {
    kind,
    path,
    breaking,
    ...(values.before !== undefined && { before: jsonText(values.before) }),
    ...(values.after !== undefined && { after: jsonText(values.after) }),
  };
}
