import { isRecord } from '../../kube';
import { previousItem } from '../previous';
import { fieldOf, ownField, propertiesOf, schemaOf } from '../reading';
import { sameJsonValue } from '../sameValue';
import type {
  OpenApiSchema,
  SchemaProblem,
  ValidationRule,
  ValuePath,
} from '../types';
import { celInput } from './celInput';
import {
  compileExpression,
  Erred,
  type Bindings,
  type Budget,
  type Expression,
} from './expression';
import { readFieldPath } from './fieldPath';
import { optionalNone, optionalOf } from './optionalLibrary';

interface Node {
  value: unknown;
  previous?: unknown;
  schema: OpenApiSchema;
  path: ValuePath;
}

/** The rules of one node of a schema that can be told apart. @internal */
export function rulesOf(schema: OpenApiSchema): ValidationRule[] {
  const rules: unknown = schema['x-kubernetes-validations'];
  if (!Array.isArray(rules)) return [];
  return rules.filter(
    (one): one is ValidationRule =>
      isRecord(one) && typeof one.rule === 'string',
  );
}

/** Whether a schema has rules in CEL, at any depth. @public */
export function hasRules(schema: OpenApiSchema): boolean {
  const items = schemaOf(schema.items);
  const values = schemaOf(schema.additionalProperties);
  return (
    rulesOf(schema).length > 0 ||
    (items !== undefined && hasRules(items)) ||
    (values !== undefined && hasRules(values)) ||
    propertiesOf(schema).some(([, one]) => hasRules(one))
  );
}

// A check of all rules stays well below what a person notices while typing.
const stepsACheck = 100_000;

/**
 * The CEL rules of a schema. A rule that can't be read or takes too long is not
 * checked: what it says is left to the server. What a rule that errs says is left
 * to it as well, unless there is none behind.
 *
 * @internal
 */
export class Rules {
  readonly #compiled = new Map<string, Expression | undefined>();
  readonly #erringRefuse: boolean;

  constructor(options: { erringRefuse: boolean }) {
    this.#erringRefuse = options.erringRefuse;
  }

  problems(node: Node): SchemaProblem[] {
    return this.#problemsOf(node, { steps: stepsACheck });
  }

  /** @internal */
  isReadable(expression: string): boolean {
    return this.#expression(expression) !== undefined;
  }

  #problemsOf(node: Node, budget: Budget): SchemaProblem[] {
    // Rules speak of what is there; that null may be is said elsewhere.
    if (node.value === null || node.value === undefined) return [];
    return [
      ...this.#broken(node, budget),
      ...childrenOf(node).flatMap(child => this.#problemsOf(child, budget)),
    ];
  }

  #broken(node: Node, budget: Budget): SchemaProblem[] {
    const rules = rulesOf(node.schema);
    if (rules.length === 0) return [];
    const { value, previous, schema } = node;
    const isSame = previous !== undefined && sameJsonValue(value, previous);
    let self: Bindings['self'] | undefined;
    return rules.flatMap(rule => {
      const expression = this.#expression(rule.rule);
      if (!expression) return [];
      const isOptional = rule.optionalOldSelf === true;
      const { usesOldSelf } = expression;
      if (usesOldSelf && previous === undefined && !isOptional) return [];
      // What was wrong before and did not change is let pass.
      if (!usesOldSelf && isSame) return [];
      if (budget.steps <= 0) return [];
      self ??= celInput(value, schema);
      const bindings: Bindings = { self };
      if (previous !== undefined || isOptional) {
        const before = celInput(previous, schema);
        bindings.oldSelf = isOptional ? optional(previous, before) : before;
      }
      const result = expression.evaluate(bindings, budget);
      if (result instanceof Erred) {
        return this.#erringRefuse ? [errOf(rule, node, result)] : [];
      }
      return result === false
        ? [this.#problemOf(rule, node, bindings, budget)]
        : [];
    });
  }

  #problemOf(
    rule: ValidationRule,
    { value, path }: Node,
    bindings: Bindings,
    budget: Budget,
  ): SchemaProblem {
    const { reason, message, messageExpression } = rule;
    const expressed =
      typeof messageExpression === 'string'
        ? this.#expression(messageExpression)?.evaluate(bindings, budget)
        : undefined;
    const hasWords =
      typeof expressed === 'string' &&
      expressed.trim() !== '' &&
      !expressed.includes('\n');
    return {
      path: [...path, ...readFieldPath(rule.fieldPath)],
      rule: 'cel',
      value,
      message: hasWords ? expressed : wordsOf(message, rule.rule),
      reason: typeof reason === 'string' ? reason : 'FieldValueInvalid',
    };
  }

  #expression(text: string): Expression | undefined {
    if (!this.#compiled.has(text)) {
      this.#compiled.set(text, compileExpression(text));
    }
    return this.#compiled.get(text);
  }
}

/** Where a rule errs, a server passes over its field path, reason and expression. */
function errOf(
  { message, rule }: ValidationRule,
  { value, path }: Node,
  { why }: Erred,
): SchemaProblem {
  const words = typeof message === 'string' && message !== '' ? message : rule;
  return {
    path,
    rule: 'cel',
    value,
    message: `${why} evaluating rule: ${words.trim()}`,
    reason: 'FieldValueInvalid',
  };
}

function wordsOf(message: unknown, rule: string): string {
  return typeof message === 'string' && message !== ''
    ? message
    : `failed rule: ${rule}`;
}

function optional(previous: unknown, before: Bindings['oldSelf']) {
  return previous === undefined ? optionalNone() : optionalOf(before);
}

function childrenOf({ value, previous, schema, path }: Node): Node[] {
  if (Array.isArray(value)) {
    const items = schemaOf(schema.items);
    if (!items) return [];
    return value.map((item, at) => ({
      value: item,
      previous: previousItem(item, previous, schema),
      schema: items,
      path: [...path, at],
    }));
  }
  if (!isRecord(value)) return [];
  return Object.keys(value).flatMap(name => {
    const of = fieldOf(schema, name);
    if (!of) return [];
    return [
      {
        value: value[name],
        previous: ownField(previous, name),
        schema: of,
        path: [...path, name],
      },
    ];
  });
}
