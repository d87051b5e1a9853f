import {
  fieldOfPath,
  stringifyExact,
  typeOfValue,
  type KubeStatusCause,
  type OpenApiSchema,
  type SchemaProblem,
} from '@kratix-portal/backstage-plugin-kratix-common';

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(typeOfValue(value))
    : stringifyExact(value);
}

const sizeOf = (value: unknown) =>
  Array.isArray(value) ? value.length : Object.keys(value ?? {}).length;

const shownReasons = new Map([
  ['FieldValueForbidden', 'Forbidden'],
  ['FieldValueRequired', 'Required value'],
]);

/**
 * What an API server says of a problem, word for word (recording 20), as forms
 * find their field by it.
 *
 * @internal
 */
export function causeOf(
  problem: SchemaProblem,
  schema: OpenApiSchema,
): KubeStatusCause {
  const { path, rule, value, limit, expected } = problem;
  const field = fieldOfPath(path);
  const name = field || '<nil>';
  const wrong = (text: string, given: unknown = value): KubeStatusCause => ({
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${shown(given)}: ${field} in body ${text}`,
    field: name,
  });
  const wrongType = (text: string, given: unknown): KubeStatusCause => ({
    ...wrong(text, given),
    reason: 'FieldValueTypeInvalid',
  });
  // The server has the field in the text alone.
  const noShape = (text: string): KubeStatusCause => ({
    reason: 'FieldValueInvalid',
    message: `Invalid value: "": "${field}" ${text}`,
    field: '<nil>',
  });
  switch (rule) {
    case 'required':
      return {
        reason: 'FieldValueRequired',
        message: 'Required value',
        field: name,
      };
    case 'enum': {
      // All are told as text, in quotes.
      const list = (problem.allowed ?? [])
        .map(one => (typeof one === 'string' ? one : stringifyExact(one)))
        .map(one => JSON.stringify(one))
        .join(', ');
      return {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${shown(
          value,
        )}: supported values: ${list}`,
        field: name,
      };
    }
    case 'type': {
      const actual = typeOfValue(value);
      return wrongType(
        `must be of type ${expected}: ${JSON.stringify(actual)}`,
        actual,
      );
    }
    case 'format':
      return wrongType(`must be of type ${expected}: ${shown(value)}`, value);
    case 'pattern':
      return wrong(`should match '${expected}'`);
    case 'minLength':
      return wrong(`should be at least ${limit} chars long`);
    case 'maxLength':
      return {
        reason: 'FieldValueTooLong',
        message: `Too long: may not be more than ${limit} bytes`,
        field: name,
      };
    case 'minimum':
      return wrong(`should be greater than or equal to ${limit}`);
    case 'maximum':
      return wrong(`should be less than or equal to ${limit}`);
    case 'exclusiveMinimum':
      return wrong(`should be greater than ${limit}`);
    case 'exclusiveMaximum':
      return wrong(`should be less than ${limit}`);
    case 'multipleOf':
      return wrong(`should be a multiple of ${limit}`);
    case 'minItems':
      return wrong(`should have at least ${limit} items`, sizeOf(value));
    case 'minProperties':
      return wrong(`should have at least ${limit} properties`, sizeOf(value));
    case 'maxItems':
    case 'maxProperties':
      return {
        reason: 'FieldValueTooMany',
        message: `Too many: ${sizeOf(value)}: must have at most ${limit} items`,
        field: name,
      };
    case 'anyOf':
      return noShape('must validate at least one schema (anyOf)');
    case 'oneOf':
      return noShape(
        `must validate one and only one schema (oneOf). Found ${
          problem.fitting
            ? `${problem.fitting} valid alternatives`
            : 'none valid'
        }`,
      );
    case 'not':
      return noShape('must not validate the schema (not)');
    case 'duplicate':
      return {
        reason: 'FieldValueDuplicate',
        message: `Duplicate value: ${stringifyExact(value)}`,
        field: fieldOfPath(path, schema),
      };
    case 'cel': {
      const { reason = 'FieldValueInvalid', message } = problem;
      const what =
        shownReasons.get(reason) ??
        `Invalid value: ${JSON.stringify(typeOfValue(value))}`;
      return {
        reason,
        message: `${what}: ${message}`,
        field: fieldOfPath(path, schema) || '<nil>',
      };
    }
    default:
      return wrong('is not valid');
  }
}

/** What a server says beside the causes that kept it from its rules. @internal */
export const rulesNotChecked: KubeStatusCause = {
  reason: 'FieldValueInvalid',
  message:
    'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
  field: '<nil>',
};
