import type { ApiField } from '../api';
import { readSchemaNode, stringifyExact, type SchemaNode } from '../kube';
import { alternativesOf } from '../schemas';

/** Beyond this nothing is listed: a schema may be hostile, a page has an end. */
const maxDepth = 12;
const maxFields = 2000;

/** Kubernetes' own; an author repeats them at times. */
const envelope = new Set(['apiVersion', 'kind', 'metadata', 'status']);

/**
 * The API reference of a Promise: one row per field of its schema, parents
 * before children, in the author's order. Total; a schema that is none gives no
 * rows.
 *
 * @param schema - `openAPIV3Schema` of the version that requests use
 * @public
 */
export function apiFieldsView(schema: unknown): ApiField[] {
  const fields: ApiField[] = [];
  const root = readSchemaNode(schema);
  for (const [name, node] of root.properties) {
    if (envelope.has(name)) continue;
    collect(fields, node, {
      path: name,
      required: root.required.includes(name),
      immutable: false,
      depth: 0,
    });
  }
  return fields;
}

interface Place {
  path: string;
  required: boolean;
  /** A field above can't change, so neither can this one. */
  immutable: boolean;
  depth: number;
}

function collect(fields: ApiField[], node: SchemaNode, place: Place): void {
  if (place.depth > maxDepth || fields.length >= maxFields) return;
  const immutable = place.immutable || node.rules.some(isFixed);
  fields.push(fieldOf(node, { ...place, immutable }));
  const fixedBelow = new Set(node.rules.flatMap(fixedChildren));
  const depth = place.depth + 1;
  for (const [name, child] of node.properties) {
    collect(fields, child, {
      path: `${place.path}.${name}`,
      required: node.required.includes(name),
      immutable: immutable || fixedBelow.has(name),
      depth,
    });
  }
  // Rows of their own only for what has fields: `tags[]` adds nothing to `tags`.
  for (const [suffix, child] of [
    ['[]', node.items],
    ['{}', node.values],
  ] as const) {
    if (!child) continue;
    const path = place.path + suffix;
    for (const [name, grandchild] of child.properties) {
      collect(fields, grandchild, {
        path: `${path}.${name}`,
        required: child.required.includes(name),
        immutable,
        depth,
      });
    }
  }
}

function fieldOf(node: SchemaNode, place: Place): ApiField {
  const constraints = constraintsOf(node);
  const allowed = node.enum?.map(value => stringifyExact(value)) ?? [];
  const fromPattern = alternativesOf(node.pattern ?? '').map(one =>
    JSON.stringify(one),
  );
  const given = allowed.length ? allowed : fromPattern;
  const rules = node.rules
    .filter(rule => !isFixed(rule))
    .map(({ rule, message }) => message ?? rule);
  return {
    path: place.path,
    type: typeOf(node),
    required: place.required,
    ...(node.hasDefault && { default: stringifyExact(node.default) }),
    ...(given.length && { allowed: given }),
    ...(node.pattern && !fromPattern.length && { pattern: node.pattern }),
    ...(constraints.length && { constraints }),
    immutable: place.immutable,
    ...(node.description && { description: node.description }),
    ...(rules.length && { rules }),
  };
}

function typeOf(node: SchemaNode): string {
  if (node.intOrString) return 'integer or string';
  if (node.type === 'array' || node.items) {
    return node.items ? `list of ${typeOf(node.items)}` : 'list';
  }
  if (node.values) return `map of ${typeOf(node.values)}`;
  if (node.freeForm && node.properties.length === 0) return 'anything';
  return node.type ?? (node.properties.length ? 'object' : 'anything');
}

const signs: Record<SchemaNode['bounds'][number][0], string> = {
  minimum: '≥',
  maximum: '≤',
  multipleOf: 'multiple of',
  minLength: 'length ≥',
  maxLength: 'length ≤',
  minItems: 'items ≥',
  maxItems: 'items ≤',
  minProperties: 'entries ≥',
  maxProperties: 'entries ≤',
};

function constraintsOf(node: SchemaNode): string[] {
  const bounds = node.bounds.map(([bound, value]) => {
    if (bound === 'minimum' && node.exclusiveMinimum) return `> ${value}`;
    if (bound === 'maximum' && node.exclusiveMaximum) return `< ${value}`;
    return `${signs[bound]} ${value}`;
  });
  return [
    ...(node.format ? [node.format] : []),
    ...bounds,
    ...(node.uniqueItems ? ['no duplicates'] : []),
    ...(node.nullable ? ['may be null'] : []),
  ];
}

/** `self == oldSelf`: the usual way to say that a field is set once. */
function isFixed({ rule }: { rule: string }): boolean {
  return /^\s*(self\s*==\s*oldSelf|oldSelf\s*==\s*self)\s*$/.test(rule);
}

/** The same rule, written one level above: `self.region == oldSelf.region`. */
function fixedChildren({ rule }: { rule: string }): string[] {
  const match = rule.match(
    /^\s*(?:self\.(\w+)\s*==\s*oldSelf\.(\w+)|oldSelf\.(\w+)\s*==\s*self\.(\w+))\s*$/,
  );
  if (!match) return [];
  const [, a, b, c, d] = match;
  const [left, right] = a ? [a, b] : [c, d];
  return left === right ? [left] : [];
}
