import {
  celEnv,
  isCelError,
  parse,
  plan,
  type CelInput,
  type CelValue,
} from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import type { KubeStatusCause } from '@kratix-portal/backstage-plugin-kratix-common';
import { sameValue } from '../immutable';
import { re2 } from './re2';
import type { OpenApiSchema, ValidationRule } from './types';

type Evaluate = (bindings: Record<string, CelInput>) => CelValue | undefined;

const env = celEnv({
  funcs: strings,
  re2: { compile: pattern => re2(pattern) },
});

const usesOldSelf = /\boldSelf\b/;
const reserved = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

/** Field names as rules spell them: CEL knows no dashes and has keywords. */
function escaped(name: string): string {
  if (reserved.has(name)) return `__${name}__`;
  return name
    .replace(/__/g, '__underscores__')
    .replace(/\./g, '__dot__')
    .replace(/-/g, '__dash__')
    .replace(/\//g, '__slash__');
}

function celInput(value: unknown, schema: OpenApiSchema = {}): CelInput {
  const { items, properties = {}, additionalProperties, type } = schema;
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') {
    const isWhole = type !== 'number' && Number.isInteger(value);
    return isWhole ? BigInt(value) : value;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(item => celInput(item, items));
  return new Map(
    Object.entries(value).map(([key, field]): [string, CelInput] => {
      if (Object.hasOwn(properties, key)) {
        return [escaped(key), celInput(field, properties[key])];
      }
      return typeof additionalProperties === 'object'
        ? [key, celInput(field, additionalProperties)]
        : [key, celInput(field)];
    }),
  );
}

const shownTypes = new Map([
  ['FieldValueForbidden', 'Forbidden'],
  ['FieldValueRequired', 'Required value'],
]);

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  return typeof value;
}

interface Node {
  value: unknown;
  previous?: unknown;
  schema: OpenApiSchema;
  path: string;
}

/** The items of a list that is a map are the same where their keys are. */
function previousItem(item: unknown, previous: unknown, schema: OpenApiSchema) {
  const keys = schema['x-kubernetes-list-map-keys'];
  if (!keys || !Array.isArray(previous)) return undefined;
  if (typeof item !== 'object' || item === null) return undefined;
  return previous.find(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      keys.every(key =>
        sameValue(Reflect.get(one, key), Reflect.get(item, key)),
      ),
  );
}

function childrenOf({ value, previous, schema, path }: Node): Node[] {
  const { items, properties = {}, additionalProperties } = schema;
  if (Array.isArray(value)) {
    if (!items) return [];
    return value.map((item, at) => ({
      value: item,
      previous: previousItem(item, previous, schema),
      schema: items,
      path: `${path}[${at}]`,
    }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const of = Object.hasOwn(properties, key)
      ? properties[key]
      : additionalProperties;
    if (typeof of !== 'object') return [];
    const before: unknown =
      typeof previous === 'object' && previous !== null
        ? Reflect.get(previous, key)
        : undefined;
    return [
      {
        value: field,
        previous: before,
        schema: of,
        path: path ? `${path}.${key}` : key,
      },
    ];
  });
}

/**
 * The CEL rules of a schema. A rule that the library can not read or evaluate
 * is not checked: only a real server has all of Kubernetes' functions.
 *
 * @internal
 */
export class Rules {
  readonly #planned = new Map<string, Evaluate | undefined>();

  causes(node: Node): KubeStatusCause[] {
    const rules = node.schema['x-kubernetes-validations'] ?? [];
    return [
      ...rules.flatMap(rule => this.#causesOf(rule, node)),
      ...childrenOf(node).flatMap(child => this.causes(child)),
    ];
  }

  #causesOf(rule: ValidationRule, node: Node): KubeStatusCause[] {
    const { value, previous, schema, path } = node;
    const isTransition = usesOldSelf.test(rule.rule);
    if (isTransition && previous === undefined) return [];
    // What was wrong before and did not change is let pass.
    if (!isTransition && previous !== undefined && sameValue(value, previous)) {
      return [];
    }
    const bindings: Record<string, CelInput> = {
      self: celInput(value, schema),
      ...(previous !== undefined && { oldSelf: celInput(previous, schema) }),
    };
    if (this.#evaluate(rule.rule, bindings) !== false) return [];
    const {
      reason = 'FieldValueInvalid',
      fieldPath = '',
      message = `failed rule: ${rule.rule}`,
    } = rule;
    const expressed =
      rule.messageExpression &&
      this.#evaluate(rule.messageExpression, bindings);
    const words = typeof expressed === 'string' ? expressed : message;
    const shown =
      shownTypes.get(reason) ??
      `Invalid value: ${JSON.stringify(typeOf(value))}`;
    return [
      {
        reason,
        message: `${shown}: ${words}`,
        field: `${path}${fieldPath}` || '<nil>',
      },
    ];
  }

  #evaluate(expression: string, bindings: Record<string, CelInput>) {
    if (!this.#planned.has(expression)) {
      this.#planned.set(expression, planned(expression));
    }
    return this.#planned.get(expression)?.(bindings);
  }
}

function planned(expression: string): Evaluate | undefined {
  try {
    const evaluate = plan(env, parse(expression));
    return bindings => {
      try {
        const result = evaluate(bindings);
        return isCelError(result) ? undefined : result;
      } catch {
        return undefined;
      }
    };
  } catch {
    return undefined;
  }
}
