import { isRecord } from '../kube';
import { sameJson } from './json';
import { own } from './keys';
import {
  type FieldPlan,
  type IntOrTextPlan,
  type MapPlan,
  type ObjectPlan,
  restKey,
  rowKeys,
} from './plan';
import { RefusedInputError } from '../errors';
import { valueOfYaml } from './yamlText';

/**
 * The value that form data stand for, defaults included. `undefined` where the
 * data say nothing.
 *
 * @throws RefusedInputError naming the field whose data can't be read
 * @internal
 */
export function valueOf(plan: FieldPlan, data: unknown, path = ''): unknown {
  // RJSF holds null in list items that were added and not yet filled.
  if (data === undefined || data === null) return undefined;
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
      return intOrTextOf(plan, data, path);
    case 'object':
      return objectOf(plan, data, path);
    case 'list':
      return itemsOf(data, path).map((item, index) => {
        const at = `${path}[${index}]`;
        return valueOf(plan.item, item, at) ?? nullOrRefuse(plan.item, at);
      });
    case 'map':
      return mapOf(plan, data, path);
    case 'maybe': {
      const [one] = itemsOf(data, path);
      if (one !== undefined) return valueOf(plan.of, one ?? {}, path);
      return plan.none === 'null' ? null : undefined;
    }
    case 'yaml':
      return yamlOf(plan.holds, data, path);
    default:
      return plan satisfies never;
  }
}

function refuse(path: string, why: string): never {
  const field = path || 'the form';
  throw new RefusedInputError(`${field} ${why}`, [
    { field: path, message: why },
  ]);
}

function numberOf(integer: boolean, data: unknown, path: string): number {
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
    plan.encoded ? JSON.stringify(value) === data : value === data,
  );
  if (found !== undefined) return found;
  // Written by hand rather than by the form, as in a Template's step.
  if (plan.values.some(value => sameJson(value, data))) return data;
  return refuse(path, 'is none of the values to choose from');
}

function intOrTextOf(
  _plan: IntOrTextPlan,
  data: unknown,
  path: string,
): string | number {
  if (typeof data === 'number' && Number.isSafeInteger(data)) return data;
  if (typeof data !== 'string') return refuse(path, 'must be text or a number');
  if (/^-?(0|[1-9][0-9]*)$/.test(data)) {
    const number = Number(data);
    if (Number.isSafeInteger(number)) return number;
    return refuse(path, 'is a number too large to be sent exactly');
  }
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
  path: string,
): Record<string, unknown> {
  if (!isRecord(data)) return refuse(path, 'must be a group of fields');
  const below = (name: string) => (path ? `${path}.${name}` : name);
  const entries = plan.fields.flatMap(({ name, key, plan: child }) => {
    const value = valueOf(child, own(data, key), below(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  const rest = plan.rest
    ? yamlOf('mapping', own(data, restKey), path)
    : undefined;
  // Fields by name win over the same name among the further ones.
  return Object.fromEntries([
    ...(isRecord(rest) ? Object.entries(rest) : []),
    ...entries,
  ]);
}

function itemsOf(data: unknown, path: string): unknown[] {
  return Array.isArray(data) ? data : refuse(path, 'must be a list');
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
  path: string,
): Record<string, unknown> {
  const map = new Map<string, unknown>();
  for (const row of itemsOf(data, path)) {
    const key = isRecord(row) ? own(row, rowKeys.key) : undefined;
    if (!isRecord(row) || typeof key !== 'string') {
      return refuse(path, 'has a row without a name');
    }
    if (map.has(key)) return refuse(path, `has the name '${key}' twice`);
    const at = `${path}[${key}]`;
    map.set(
      key,
      valueOf(plan.value, own(row, rowKeys.value), at) ??
        nullOrEmpty(plan.value, at),
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
  holds: (FieldPlan & { kind: 'yaml' })['holds'],
  data: unknown,
  path: string,
): unknown {
  if (data === undefined) return undefined;
  // Structured data are welcome too: a step written by hand may hold them.
  if (typeof data !== 'string') return data;
  try {
    return valueOfYaml(data, holds);
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: '' };
    return refuse(path, message || 'is no valid YAML');
  }
}
