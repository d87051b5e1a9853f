import { stringify } from 'yaml';
import type { PromiseApi } from '../api';
import { alternativesOf } from '../forms';
import { readSchemaNode, type SchemaNode } from '../kube';

const maxDepth = 12;

const envelope = new Set(['apiVersion', 'kind', 'metadata', 'status']);

const isWanted = (parent: SchemaNode, name: string) =>
  parent.required.includes(name);

/**
 * Two requests to copy: with what is required alone, and with every field.
 * Values are the defaults where there are any, otherwise the simplest ones that
 * the type allows; a pattern is left for the reader to fill in.
 *
 * @public
 */
export function apiExamplesView(
  api: PromiseApi,
  schema: unknown,
): { minimal: string; full: string } {
  const root = readSchemaNode(schema);
  const example = (all: boolean) => {
    const own = Object.fromEntries(
      root.properties
        .filter(([name]) => !envelope.has(name))
        // A request without `spec` is rarely one, so it stays even when empty.
        .filter(([name]) => all || name === 'spec' || isWanted(root, name))
        .map(([name, node]) => [name, valueOf(node, all, 0)]),
    );
    return stringify({
      apiVersion: `${api.group}/${api.version}`,
      kind: api.kind,
      metadata: { name: 'example', namespace: 'default' },
      ...own,
    });
  };
  return { minimal: example(false), full: example(true) };
}

function valueOf(node: SchemaNode, all: boolean, depth: number): unknown {
  if (node.hasDefault) return node.default;
  if (node.enum?.length) return node.enum[0];
  const [alternative] = alternativesOf(node.pattern ?? '');
  if (alternative !== undefined) return alternative;
  if (node.intOrString) return bound(node, 'minimum') ?? 1;
  if (depth > maxDepth) return {};
  const below = (child: SchemaNode) => valueOf(child, all, depth + 1);
  switch (node.type) {
    case 'string':
      return stringOf(node);
    case 'integer':
    case 'number':
      return numberOf(node);
    case 'boolean':
      return false;
    case 'array': {
      const count = size(node, 'minItems') ?? (all ? 1 : 0);
      const { items } = node;
      if (!items) return [];
      return Array.from({ length: Math.min(count, 10) }, () => below(items));
    }
    default:
      break;
  }
  if (node.values) return all ? { key: below(node.values) } : {};
  return Object.fromEntries(
    node.properties
      .filter(([name]) => all || isWanted(node, name))
      .map(([name, child]) => [name, below(child)]),
  );
}

function stringOf(node: SchemaNode): string {
  if (node.format === 'date-time') return '2030-01-31T08:00:00Z';
  if (node.format === 'date') return '2030-01-31';
  if (node.pattern) return `<${node.pattern}>`;
  const length = Math.min(size(node, 'minLength') ?? 0, 100);
  return 'text'.padEnd(length, 'x').slice(0, size(node, 'maxLength'));
}

/** Worked out exactly where a limit lies beyond 2^53. */
function numberOf(node: SchemaNode): number | bigint {
  const minimum = bound(node, 'minimum');
  const maximum = bound(node, 'maximum');
  const step = bound(node, 'multipleOf');
  if ([minimum, maximum, step].some(one => typeof one === 'bigint')) {
    return wholeNumberOf(node, { minimum, maximum, step });
  }
  const least =
    minimum === undefined
      ? undefined
      : Number(minimum) + Number(node.exclusiveMinimum);
  const value = least ?? Math.min(1, Number(maximum ?? 1));
  return step ? Math.ceil(value / Number(step)) * Number(step) : value;
}

function wholeNumberOf(
  node: SchemaNode,
  limits: Record<'minimum' | 'maximum' | 'step', number | bigint | undefined>,
): bigint {
  const { minimum, maximum, step } = limits;
  const most =
    maximum === undefined
      ? undefined
      : wholeOf(maximum, Math.floor) - BigInt(node.exclusiveMaximum);
  const least =
    minimum === undefined
      ? undefined
      : wholeOf(minimum, Math.ceil) + BigInt(node.exclusiveMinimum);
  const value = least ?? (most !== undefined && most < 1n ? most : 1n);
  const by = step === undefined ? 1n : wholeOf(step, Math.ceil);
  const rest = by > 0n ? ((value % by) + by) % by : 0n;
  if (rest === 0n) return value;
  // Away from the limit that it was taken from.
  return least === undefined && value === most
    ? value - rest
    : value + by - rest;
}

function wholeOf(
  value: number | bigint,
  rounded: (value: number) => number,
): bigint {
  return typeof value === 'bigint' ? value : BigInt(rounded(value));
}

function bound(
  node: SchemaNode,
  name: SchemaNode['bounds'][number][0],
): number | bigint | undefined {
  return node.bounds.find(([key]) => key === name)?.[1];
}

/** Of a length or a count, where nothing beyond 2^53 makes sense. */
function size(
  node: SchemaNode,
  name: SchemaNode['bounds'][number][0],
): number | undefined {
  const value = bound(node, name);
  return value === undefined ? undefined : Number(value);
}
