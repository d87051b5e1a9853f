import { isRecord, valueAt } from '../../kube';
import type { CompiledSchema, ValuePath } from '../../schemas';
import { own } from '../keys';
import { envelope } from '../requestForm';
import { repaired, type Spot } from './repaired';
import { type Shape, withShapes } from './shapes';
import { sampleNumber } from './sampleNumber';
import { sampleText } from './sampleText';

/** How much of a request is made up: what must be there, or everything. @public */
export type SampleKind = 'minimal' | 'full';

/** Deeper, only what is required is made up, so that examples have an end. */
const maxOptionalDepth = 12;
const maxDepth = 120;

interface Sampling {
  all: boolean;
  depth: number;
  /** Which of several items this is part of, from 0. */
  turn: number;
}

/**
 * A request that the schema allows, as far as that can be told without trying:
 * the fields beside the envelope. Values are the defaults where there are any,
 * else the simplest that fit.
 *
 * @param schema - `openAPIV3Schema` of the version that requests use
 * @param check - tells what is wrong with an object, so that it can be mended:
 *   of `compileSchema`
 * @param mostWork - how much may be tried, in characters of JSON checked; what
 *   is not mended by then stays as it is
 * @public
 */
export function requestSample(
  schema: unknown,
  kind: SampleKind,
  check?: CompiledSchema['check'],
  mostWork?: number,
): Record<string, unknown> {
  const root = isRecord(schema) ? schema : {};
  const sample = firstSample(root, kind);
  if (!check) return sample;
  const around = envelopeOf(root);
  return repaired(
    sample,
    object => check({ ...around, ...object }),
    (path, object) => spotAt(root, path, object),
    mostWork,
  );
}

/** Without an envelope that the schema allows its rules are not looked at. */
function envelopeOf(root: Record<string, unknown>): Record<string, unknown> {
  const at = (...path: string[]) => valueAt(root, 'properties', ...path);
  const sample = (name: string, otherwise: string) => {
    const schema = at(name);
    return isRecord(schema) && Array.isArray(schema.enum)
      ? schema.enum[0]
      : otherwise;
  };
  const name = at('metadata', 'properties', 'name');
  return {
    apiVersion: sample('apiVersion', 'example.org/v1'),
    kind: sample('kind', 'Example'),
    metadata: {
      name: isRecord(name) && name.pattern ? sampleText(name, 0) : 'example',
      namespace: 'default',
    },
  };
}

/** The schema and the value at a path, if both are of an object. */
function spotAt(
  root: Record<string, unknown>,
  path: ValuePath,
  object: unknown,
): Spot | undefined {
  let schema: unknown = root;
  let value: unknown = object;
  for (const segment of path) {
    if (!isRecord(schema)) return undefined;
    const { items, properties, additionalProperties } = schema;
    if (Array.isArray(value)) {
      schema = items;
      value = value[Number(segment)];
    } else {
      const field = isRecord(properties) && own(properties, String(segment));
      schema = field || additionalProperties;
      value = isRecord(value) ? own(value, String(segment)) : undefined;
    }
  }
  if (!isRecord(schema) || !isRecord(value)) return undefined;
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const required = requiredOf(schema);
  const names = Object.keys(properties).filter(
    name => path.length > 0 || !envelope.has(name),
  );
  return {
    object: value,
    names,
    // A request without `spec` is rarely one.
    optional: names.filter(
      name => !required.includes(name) && (path.length > 0 || name !== 'spec'),
    ),
    sampleOf: (name, turn) =>
      sampleOf(own(properties, name), { all: false, depth: 0, turn }),
  };
}

function firstSample(
  root: Record<string, unknown>,
  kind: SampleKind,
): Record<string, unknown> {
  const properties = isRecord(root.properties) ? root.properties : {};
  const names = Object.keys(properties).filter(name => !envelope.has(name));
  const required = requiredOf(root);
  const all = kind === 'full';
  return Object.fromEntries(
    names
      // A request without `spec` is rarely one, so it stays even when empty.
      .filter(name => all || name === 'spec' || required.includes(name))
      .map(name => [
        name,
        sampleOf(own(properties, name), { all, depth: 0, turn: 0 }),
      ]),
  );
}

function sampleOf(given: unknown, sampling: Sampling): unknown {
  const schema = isRecord(given) ? given : {};
  const { default: preset, type } = schema;
  if (preset !== undefined && preset !== null && sampling.turn === 0) {
    return preset;
  }
  const [member] = membersOf(schema, sampling.turn);
  if (member !== undefined) return member;
  if (sampling.depth > maxDepth) return {};
  if (schema['x-kubernetes-int-or-string'] === true) {
    return schema.pattern === undefined
      ? sampleNumber({ ...schema, type: 'integer' }, sampling.turn)
      : sampleText(schema, sampling.turn);
  }
  switch (type) {
    case 'string':
      return sampleText(schema, sampling.turn);
    case 'integer':
    case 'number':
      return sampleNumber(schema, sampling.turn);
    case 'boolean':
      return sampling.turn > 0;
    case 'array':
      return listOf(schema, sampling);
    default:
      return objectOf(schema, sampling);
  }
}

/** Members of an enum that its type allows, beginning with one for the turn. */
function membersOf(schema: Record<string, unknown>, turn: number): unknown[] {
  if (!Array.isArray(schema.enum)) return [];
  const fitting = schema.enum.filter(
    member => member !== null && isOfType(member, schema.type),
  );
  return fitting.slice(turn % Math.max(fitting.length, 1));
}

function isOfType(member: unknown, type: unknown): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
      return typeof member === type;
    case 'integer':
    case 'number':
      return typeof member === 'number' || typeof member === 'bigint';
    case 'array':
      return Array.isArray(member);
    case 'object':
      return isRecord(member);
    default:
      return true;
  }
}

function listOf(
  schema: Record<string, unknown>,
  sampling: Sampling,
): unknown[] {
  const least = countOf(schema.minItems) ?? 0;
  const wanted = goesOn(sampling) ? Math.max(least, 1) : least;
  const count = Math.min(wanted, countOf(schema.maxItems) ?? wanted, 100);
  return Array.from({ length: count }, (_, turn) =>
    sampleOf(schema.items, below(sampling, turn)),
  );
}

function objectOf(
  schema: Record<string, unknown>,
  sampling: Sampling,
): unknown {
  if (schema['x-kubernetes-embedded-resource'] === true) {
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'example' },
    };
  }
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const shape: Shape = {
    required: requiredOf(schema),
    names: Object.keys(properties),
    all: goesOn(sampling),
  };
  const wanted = withShapes(schema, shape);
  const fields = Object.fromEntries(
    wanted.map(name => [
      name,
      sampleOf(own(properties, name), below(sampling, sampling.turn)),
    ]),
  );
  return { ...mapOf(schema, sampling), ...fields };
}

function mapOf(
  schema: Record<string, unknown>,
  sampling: Sampling,
): Record<string, unknown> {
  const { additionalProperties: values } = schema;
  if (!isRecord(values)) return {};
  const least = countOf(schema.minProperties) ?? 0;
  const count = goesOn(sampling) ? Math.max(least, 1) : least;
  return Object.fromEntries(
    Array.from({ length: Math.min(count, 100) }, (_, turn) => [
      turn > 0 ? `key-${turn + 1}` : 'key',
      sampleOf(values, below(sampling, 0)),
    ]),
  );
}

function goesOn({ all, depth }: Sampling): boolean {
  return all && depth <= maxOptionalDepth;
}

function below({ all, depth }: Sampling, turn: number): Sampling {
  return { all, depth: depth + 1, turn };
}

function requiredOf({ required }: Record<string, unknown>): string[] {
  return Array.isArray(required)
    ? required.filter((name): name is string => typeof name === 'string')
    : [];
}

function countOf(given: unknown): number | undefined {
  return typeof given === 'number' && Number.isSafeInteger(given) && given >= 0
    ? given
    : undefined;
}
