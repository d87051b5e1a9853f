import type { CelInput } from '@bufbuild/cel';
import { create } from '@bufbuild/protobuf';
import {
  DurationSchema,
  TimestampSchema,
  timestampFromMs,
} from '@bufbuild/protobuf/wkt';
import { isRecord } from '../../kube';
import { durationNanos, formatCheck } from '../formats';
import { isInt64, isJsonNumber } from '../numbers';
import { fieldOf, propertyOf, schemaOf } from '../reading';
import type { OpenApiSchema } from '../types';
import { escapedName } from './celNames';

function textInput(text: string, schema: OpenApiSchema): CelInput {
  const { format } = schema;
  if (typeof format !== 'string' || formatCheck(format)?.(text) === false) {
    return text;
  }
  switch (format) {
    case 'byte':
      return Uint8Array.from(atob(text), char => char.charCodeAt(0));
    case 'date':
    case 'date-time': {
      const time = Date.parse(text);
      return Number.isNaN(time)
        ? text
        : create(TimestampSchema, timestampFromMs(time));
    }
    case 'duration': {
      const nanos = durationNanos(text);
      return create(DurationSchema, {
        seconds: nanos / 1_000_000_000n,
        nanos: Number(nanos % 1_000_000_000n),
      });
    }
    default:
      return text;
  }
}

/**
 * A value as an expression sees it, by its schema: whole numbers are integers
 * unless the schema says `number`, texts of some formats are times and bytes.
 *
 * @internal
 */
export function celInput(value: unknown, schema: OpenApiSchema = {}): CelInput {
  if (isJsonNumber(value)) {
    return schema.type !== 'number' && isInt64(value)
      ? BigInt(value)
      : Number(value);
  }
  if (typeof value === 'string') return textInput(value, schema);
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const items = schemaOf(schema.items);
    return value.map(item => celInput(item, items));
  }
  if (!isRecord(value)) return null;
  return new Map(
    Object.keys(value).map((name): [string, CelInput] => [
      propertyOf(schema, name) ? escapedName(name) : name,
      celInput(value[name], fieldOf(schema, name)),
    ]),
  );
}
