import type { ApiChange } from '../../api';
import { isJsonNumber, type JsonNumber } from '../numbers';
import type { OpenApiSchema } from '../types';
import { changeOf, type SchemaPair } from './pair';

const least = ['minLength', 'minItems', 'minProperties'];
const most = ['maxLength', 'maxItems', 'maxProperties'];

type Order = 'narrowed' | 'widened' | 'same';

/** @internal */
export function limitChanges(pair: SchemaPair): ApiChange[] {
  const { before, after, path } = pair;
  const found: ApiChange[] = [];
  const add = (order: Order, ...keys: string[]) => {
    if (order === 'same') return;
    const kind = order === 'narrowed' ? 'limits-narrowed' : 'limits-widened';
    found.push(
      changeOf(kind, path, order === 'narrowed', {
        before: limitsIn(before, keys),
        after: limitsIn(after, keys),
      }),
    );
  };
  for (const key of least) {
    // Every count is at least zero.
    const from = limitAt(before, key) ?? 0;
    add(orderOf(from, limitAt(after, key) ?? 0), key);
  }
  for (const key of most) {
    add(reversed(limitAt(before, key), limitAt(after, key)), key);
  }
  add(boundOrder(before, after, 'minimum'), 'minimum', 'exclusiveMinimum');
  add(boundOrder(before, after, 'maximum'), 'maximum', 'exclusiveMaximum');
  add(
    factorOrder(limitAt(before, 'multipleOf'), limitAt(after, 'multipleOf')),
    'multipleOf',
  );
  return found;
}

function limitAt(schema: OpenApiSchema, key: string): JsonNumber | undefined {
  const value = schema[key];
  return isJsonNumber(value) && !Number.isNaN(value) ? value : undefined;
}

function limitsIn(schema: OpenApiSchema, keys: string[]) {
  const given = keys
    .filter(key => schema[key] !== undefined && schema[key] !== false)
    .map(key => [key, schema[key]]);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** Of a lower limit; an absent one limits nothing. */
function orderOf(was?: JsonNumber, is?: JsonNumber): Order {
  if (is === undefined) return was === undefined ? 'same' : 'widened';
  if (was === undefined || is > was) return 'narrowed';
  return is < was ? 'widened' : 'same';
}

/** Of an upper limit. */
function reversed(was?: JsonNumber, is?: JsonNumber): Order {
  if (was === undefined || is === undefined) return orderOf(was, is);
  return orderOf(is, was);
}

type Bound = 'minimum' | 'maximum';

function boundOrder(
  before: OpenApiSchema,
  after: OpenApiSchema,
  bound: Bound,
): Order {
  const was = limitAt(before, bound);
  const is = limitAt(after, bound);
  const order = bound === 'minimum' ? orderOf(was, is) : reversed(was, is);
  if (was === undefined || is === undefined || order === 'narrowed') {
    return order;
  }
  const keyword = bound === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const wasExclusive = before[keyword] === true;
  const isExclusive = after[keyword] === true;
  if (isExclusive && !wasExclusive) {
    // Of whole numbers a server takes the whole part of the limit.
    const isFurther = order === 'widened' && wholePart(was) !== wholePart(is);
    return isFurther ? 'widened' : 'narrowed';
  }
  return order === 'same' && wasExclusive && !isExclusive ? 'widened' : order;
}

function wholePart(limit: JsonNumber): string {
  return String(typeof limit === 'number' ? Math.trunc(limit) : limit);
}

function factorOrder(was?: JsonNumber, is?: JsonNumber): Order {
  if (was === undefined || is === undefined) return orderOf(was, is);
  if (was === is) return 'same';
  const whole = [was, is].every(
    one => typeof one === 'bigint' || Number.isSafeInteger(one),
  );
  const isMultiple =
    whole && BigInt(is) !== 0n && BigInt(was) % BigInt(is) === 0n;
  return isMultiple ? 'widened' : 'narrowed';
}
