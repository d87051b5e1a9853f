import type { KubeStatusCause } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ErrorObject } from 'ajv';

/** `/spec/list/0/name` as `spec.list[0].name`. @internal */
export function fieldPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce(
      (path, part) =>
        /^\d+$/.test(part)
          ? `${path}[${part}]`
          : [path, part].filter(Boolean).join('.'),
      '',
    );
}

function goType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  return typeof value;
}

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(goType(value))
    : JSON.stringify(value);
}

const plural = { Items: 'items', Properties: 'properties' };

/**
 * What an API server says of a schema error, word for word (recording 20), as
 * forms find their field by it.
 *
 * @internal
 */
export function causeOf(error: ErrorObject): KubeStatusCause {
  const { keyword, params, data } = error;
  const field = fieldPath(error.instancePath);
  const name = field || '<nil>';
  const wrong = (text: string, reason = 'FieldValueInvalid', value = data) => ({
    reason,
    message: `Invalid value: ${shown(value)}: ${field} in body ${text}`,
    field: name,
  });
  // The server has the field in the text alone.
  const noShape = (text: string) => ({
    reason: 'FieldValueInvalid',
    message: `Invalid value: "": "${field}" ${text}`,
    field: '<nil>',
  });
  switch (keyword) {
    case 'required':
      return {
        reason: 'FieldValueRequired',
        message: 'Required value',
        field: [field, params.missingProperty].filter(Boolean).join('.'),
      };
    case 'enum': {
      const values = (error.schema as unknown[]).filter(one => one !== null);
      const list = values.map(one => JSON.stringify(one)).join(', ');
      return {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${shown(data)}: supported values: ${list}`,
        field: name,
      };
    }
    case 'type': {
      const wanted = [params.type]
        .flat()
        .filter(one => one !== 'null')
        .join(',');
      const actual = goType(data);
      return wrong(
        `must be of type ${wanted}: ${JSON.stringify(actual)}`,
        'FieldValueTypeInvalid',
        actual,
      );
    }
    case 'format':
      return wrong(
        `must be of type ${params.format}: ${shown(data)}`,
        'FieldValueTypeInvalid',
      );
    case 'pattern':
      return wrong(`should match '${params.pattern}'`);
    case 'minLength':
      return wrong(`should be at least ${params.limit} chars long`);
    case 'maxLength':
      return {
        reason: 'FieldValueTooLong',
        message: `Too long: may not be more than ${params.limit} bytes`,
        field: name,
      };
    case 'minimum':
      return wrong(`should be greater than or equal to ${params.limit}`);
    case 'maximum':
      return wrong(`should be less than or equal to ${params.limit}`);
    case 'exclusiveMinimum':
      return wrong(`should be greater than ${params.limit}`);
    case 'exclusiveMaximum':
      return wrong(`should be less than ${params.limit}`);
    case 'multipleOf':
      return wrong(`should be a multiple of ${params.multipleOf}`);
    case 'minItems':
    case 'minProperties': {
      const what = keyword === 'minItems' ? plural.Items : plural.Properties;
      const size = Array.isArray(data)
        ? data.length
        : Object.keys(data as object).length;
      return wrong(
        `should have at least ${params.limit} ${what}`,
        undefined,
        size,
      );
    }
    case 'maxItems':
    case 'maxProperties': {
      const size = Array.isArray(data)
        ? data.length
        : Object.keys(data as object).length;
      return {
        reason: 'FieldValueTooMany',
        message: `Too many: ${size}: must have at most ${params.limit} items`,
        field: name,
      };
    }
    case 'anyOf':
      return noShape('must validate at least one schema (anyOf)');
    case 'oneOf':
      return noShape(
        `must validate one and only one schema (oneOf). Found ${
          params.passingSchemas ? '2 valid alternatives' : 'none valid'
        }`,
      );
    case 'not':
      return noShape('must not validate the schema (not)');
    default:
      return wrong(error.message ?? 'is not valid');
  }
}
