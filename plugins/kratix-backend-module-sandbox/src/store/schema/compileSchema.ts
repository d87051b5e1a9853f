import type {
  KubeObject,
  KubeStatusCause,
} from '@kratix-portal/backstage-plugin-kratix-common';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { sameValue } from '../immutable';
import { causeOf } from './causes';
import { jsonSchema } from './jsonSchema';
import { listCauses } from './listCauses';
import { defaulted, pruned, type OnUnknown } from './pruned';
import { re2 } from './re2';
import { Rules } from './rules';
import type { OpenApiSchema } from './types';

/**
 * A schema made ready to be applied to objects.
 *
 * @internal
 */
export interface CompiledSchema {
  /** Without unknown fields, with defaults. */
  shape(object: KubeObject, onUnknown?: OnUnknown): KubeObject;
  /**
   * What is wrong with a shaped object. What was wrong before and did not
   * change is let pass, as an API server does since 1.33.
   */
  check(object: KubeObject, previous?: KubeObject): KubeStatusCause[];
}

// Ajv wants to know how standalone code would call it; ours is never written.
const regExp = Object.assign(re2, { code: 're2' });

// Go's time.ParseDuration, and the words that the API server's format takes.
const duration =
  /^([-+]?(\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+$|^\d+\s*(d|days?|w|weeks?|h|hours?|m|minutes?|s|seconds?|ms|milliseconds?)$|^0$/;

function createAjv() {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    validateSchema: false,
    logger: false,
    unicodeRegExp: false,
    // Schemas are compiled often and used seldom: optimising costs more.
    code: { regExp, optimize: false },
  });
  addFormats(ajv, [
    'byte',
    'date',
    'date-time',
    'email',
    'hostname',
    'int32',
    'int64',
    'ipv4',
    'ipv6',
    'password',
    'uri',
    'uuid',
  ]);
  return ajv.addFormat('duration', duration);
}

const branch =
  /(?<!\/properties)\/(anyOf|oneOf)\/\d+\/|(?<!\/properties)\/not\//;

/**
 * Where no shape of several fits, the server tells what is wrong with one of
 * them; errors of the others would only confuse.
 */
function toldErrors(errors: ErrorObject[]): ErrorObject[] {
  const unfit = errors
    .filter(
      ({ keyword, params }) =>
        keyword === 'anyOf' || (keyword === 'oneOf' && !params.passingSchemas),
    )
    .map(({ schemaPath }) => `${schemaPath}/0/`);
  const ofFirstShape = errors.filter(({ schemaPath }) => {
    const prefix = unfit.find(one => schemaPath.startsWith(one));
    return prefix && !branch.test(schemaPath.slice(prefix.length - 1));
  });
  return [
    ...errors.filter(({ schemaPath }) => !branch.test(schemaPath)),
    ...ofFirstShape,
  ];
}

function isUnchanged(
  pointer: string,
  object: unknown,
  previous: unknown,
): boolean {
  const step = (value: unknown, part: string): unknown =>
    typeof value === 'object' && value !== null
      ? Reflect.get(value, part.replace(/~1/g, '/').replace(/~0/g, '~'))
      : undefined;
  let now = object;
  let before = previous;
  for (const part of pointer.split('/').slice(1)) {
    // Items of lists have no identity; only the whole list can be the same.
    if (Array.isArray(now)) return sameValue(now, before);
    now = step(now, part);
    before = step(before, part);
    if (before === undefined) return false;
  }
  return sameValue(now, before);
}

function hasRules(schema: OpenApiSchema): boolean {
  const { items, properties = {}, additionalProperties } = schema;
  return (
    Boolean(schema['x-kubernetes-validations']) ||
    Boolean(items && hasRules(items)) ||
    (typeof additionalProperties === 'object' &&
      hasRules(additionalProperties)) ||
    Object.values(properties).some(hasRules)
  );
}

const blocking = [
  'FieldValueRequired',
  'FieldValueTypeInvalid',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueNotSupported',
];

const rulesNotChecked: KubeStatusCause = {
  reason: 'FieldValueInvalid',
  message:
    'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
  field: '<nil>',
};

/** @internal */
export function compileSchema(schema: OpenApiSchema): CompiledSchema {
  const withRules = hasRules(schema);
  const rules = new Rules();
  // Compiled when first needed: most versions of most CRDs never are.
  let compiled: ValidateFunction | undefined;
  const validate = (object: KubeObject) => {
    compiled ??= createAjv().compile(jsonSchema(schema));
    return compiled(object) ? [] : compiled.errors ?? [];
  };
  return {
    shape(object, onUnknown) {
      const { apiVersion, kind, metadata } = object;
      const content = defaulted(pruned(object, schema, onUnknown), schema);
      if (content === object) return object;
      return { ...(content as object), apiVersion, kind, metadata };
    },
    check(object, previous) {
      const causes = [
        ...toldErrors(validate(object))
          .filter(
            ({ instancePath }) =>
              !previous || !isUnchanged(instancePath, object, previous),
          )
          .map(causeOf),
        ...listCauses(object, schema),
      ];
      if (!withRules) return causes;
      const isBlocked = causes.some(({ reason = '' }) =>
        blocking.includes(reason),
      );
      return isBlocked
        ? [...causes, rulesNotChecked]
        : [
            ...causes,
            ...rules.causes({ value: object, previous, schema, path: '' }),
          ];
    },
  };
}
