import { exactNumber, isRecord, stringifyExact } from '../kube';
import type { Given } from './defaults';
import { isEmptyData } from './emptyData';
import { holdsNull } from './formDataFromObject';
import { jsonText, sameJson } from './json';
import { own } from './keys';
import {
  type FieldPlan,
  type ListPlan,
  type MapPlan,
  type ObjectPlan,
  restKey,
  rowKeys,
  sayings,
  type YamlPlan,
} from './plan';
import { RefusedInputError } from '../errors';
import { valueOfYaml } from './yamlText';

/** Where data are read, and what they say about the object they become. */
interface Reading {
  path: string;
  given: Given;
}

/**
 * The value that form data stand for, all that a form host filled in included.
 * `undefined` where the data say nothing.
 *
 * @param given - is told which fields were there already
 * @throws RefusedInputError naming the field whose data can't be read
 * @internal
 */
export function valueOf(
  plan: FieldPlan,
  data: unknown,
  given: Given = new WeakMap(),
): unknown {
  return read(plan, data, { path: '', given });
}

function read(plan: FieldPlan, data: unknown, at: Reading): unknown {
  // RJSF holds null in list items that were added and not yet filled.
  if (data === undefined || data === null) return undefined;
  const { path } = at;
  switch (plan.kind) {
    case 'text':
      return typeof data === 'string' ? data : refuse(path, 'must be text');
    case 'number':
      return numberOf(plan.integer, data, path);
    case 'flag':
      return typeof data === 'boolean'
        ? data
        : refuse(path, 'must be true or false');
    case 'choice':
      return choiceOf(plan, data, path);
    case 'int-or-text':
      return intOrTextOf(data, path);
    case 'object':
      return objectOf(plan, data, at);
    case 'list':
      return listOf(plan, data, at);
    case 'map':
      return mapOf(plan, data, at);
    case 'maybe': {
      const [one] = itemsOf(data, path);
      if (one !== undefined) return read(plan.of, one ?? {}, at);
      return plan.none === 'null' ? null : undefined;
    }
    case 'yaml':
      return yamlOf(plan, data, path);
    default:
      return plan satisfies never;
  }
}

const below = ({ path, given }: Reading, segment: string): Reading => ({
  path: `${path}${segment}`,
  given,
});

function refuse(path: string, why: string): never {
  const field = path || 'the form';
  throw new RefusedInputError(`${field} ${why}`, [
    { field: path, message: why },
  ]);
}

const digits = /^-?(0|[1-9][0-9]*)$/;
const decimal = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$/;

function numberOf(
  integer: boolean,
  data: unknown,
  path: string,
): number | bigint {
  if (typeof data === 'bigint') return data;
  if (typeof data === 'string' && (integer ? digits : decimal).test(data)) {
    return exactNumber(data);
  }
  if (typeof data !== 'number' || !Number.isFinite(data)) {
    return refuse(path, 'must be a number');
  }
  if (integer && !Number.isSafeInteger(data)) {
    return refuse(path, 'must be a whole number below 2^53');
  }
  return data;
}

function choiceOf(
  plan: FieldPlan & { kind: 'choice' },
  data: unknown,
  path: string,
): unknown {
  const found = plan.values.find(value =>
    plan.encoded ? stringifyExact(value) === data : value === data,
  );
  if (found !== undefined) return found;
  // Written by hand rather than by the form, as in a Template's step.
  if (plan.values.some(value => sameJson(value, data))) return data;
  return refuse(path, 'is none of the values to choose from');
}

function intOrTextOf(data: unknown, path: string): string | number | bigint {
  if (typeof data === 'number' && Number.isSafeInteger(data)) return data;
  if (typeof data === 'bigint') return data;
  if (typeof data !== 'string') return refuse(path, 'must be text or a number');
  if (digits.test(data)) return exactNumber(data);
  if (!/^".*"$/s.test(data)) return data;
  try {
    const text: unknown = JSON.parse(data);
    return typeof text === 'string' ? text : data;
  } catch {
    return data;
  }
}

function objectOf(
  plan: ObjectPlan,
  data: unknown,
  at: Reading,
): Record<string, unknown> {
  if (!isRecord(data)) return refuse(at.path, 'must be a group of fields');
  const nulls = namesIn(data, sayings.null);
  const entries = plan.fields.flatMap(({ name, key, plan: child }) => {
    const one = own(data, key);
    // Null as long as nobody put anything in its place.
    if (nulls.has(name) && !holdsNull(child) && isEmptyData(one)) {
      return [[name, null] as const];
    }
    const value = read(child, one, below(at, at.path ? `.${name}` : name));
    return value === undefined ? [] : [[name, value] as const];
  });
  const rest = plan.rest
    ? yamlOf({ holds: 'mapping' }, own(data, restKey), at.path)
    : undefined;
  // Fields by name win over the same name among the further ones.
  const value = Object.fromEntries([
    ...(isRecord(rest) ? Object.entries(rest) : []),
    ...entries,
  ]);
  at.given.set(value, namesIn(data, sayings.given));
  return value;
}

function namesIn(
  data: Record<string, unknown>,
  key: string,
): ReadonlySet<string> {
  const names = own(data, key);
  return new Set(
    Array.isArray(names) ? names.filter(name => typeof name === 'string') : [],
  );
}

function itemsOf(data: unknown, path: string): unknown[] {
  return Array.isArray(data) ? data : refuse(path, 'must be a list');
}

function listOf(plan: ListPlan, data: unknown, at: Reading): unknown[] {
  const items = itemsOf(data, at.path).map((item, index) => {
    const here = below(at, `[${index}]`);
    const value = read(plan.item, item, here);
    return value === undefined ? nullOrRefuse(plan.item, here.path) : value;
  });
  refuseRepeated(plan, items, at.path);
  return items;
}

function refuseRepeated(plan: ListPlan, items: unknown[], path: string): void {
  const { keys, unique } = plan;
  if (!unique && !keys) return;
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const identity =
      keys && isRecord(item) ? keys.map(key => own(item, key)) : item;
    const earlier = seen.get(jsonText(identity));
    if (earlier !== undefined) {
      const by = keys ? ` in ${keys.join(', ')}` : '';
      refuse(`${path}[${index}]`, `is the same as [${earlier}]${by}`);
    }
    seen.set(jsonText(identity), index);
  }
}

/** An item that was added and left empty. */
function nullOrRefuse(plan: FieldPlan, path: string): unknown {
  if (plan.kind === 'object') return {};
  if (plan.kind === 'maybe' && plan.none === 'null') return null;
  return refuse(path, 'is empty');
}

function mapOf(
  plan: MapPlan,
  data: unknown,
  at: Reading,
): Record<string, unknown> {
  const map = new Map<string, unknown>();
  for (const row of itemsOf(data, at.path)) {
    const key = isRecord(row) ? own(row, rowKeys.key) : undefined;
    if (!isRecord(row) || typeof key !== 'string') {
      return refuse(at.path, 'has a row without a name');
    }
    if (map.has(key)) return refuse(at.path, `has the name '${key}' twice`);
    const here = below(at, `[${key}]`);
    const value = read(plan.value, own(row, rowKeys.value), here);
    map.set(
      key,
      value === undefined ? nullOrEmpty(plan.value, here.path) : value,
    );
  }
  return Object.fromEntries(map);
}

/** RJSF drops text that was emptied; in a row it is meant. */
function nullOrEmpty(plan: FieldPlan, path: string): unknown {
  if (plan.kind === 'text') return '';
  if (plan.kind === 'list') return [];
  if (plan.kind === 'map') return {};
  return nullOrRefuse(plan, path);
}

function yamlOf(
  plan: Pick<YamlPlan, 'holds' | 'nullable'>,
  data: unknown,
  path: string,
): unknown {
  if (data === undefined) return undefined;
  // Structured data are welcome too: a step written by hand may hold them.
  if (typeof data !== 'string') return data;
  try {
    return valueOfYaml(data, plan);
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: '' };
    return refuse(path, message || 'is no valid YAML');
  }
}
