import { isRecord } from '../kube';
import { hasRules, Rules } from './cel/rules';
import { duplicateProblems } from './duplicates';
import { defaulted, pruned } from './shape';
import type {
  CheckedBy,
  CompiledSchema,
  OnUnknownField,
  OpenApiSchema,
  SchemaProblem,
  SchemaRule,
} from './types';
import { uncheckedParts } from './unchecked';
import { validate, validateAsServer } from './validate';

// With one of these a server does not ask its rules.
const blocking: readonly SchemaRule[] = [
  'required',
  'type',
  'maxLength',
  'maxItems',
  'maxProperties',
  'enum',
];

/** Whether a server leaves its CEL rules unchecked with these. @public */
export function blocksRules(problems: readonly SchemaProblem[]): boolean {
  return problems.some(({ rule }) => blocking.includes(rule));
}

/**
 * A schema made ready to check objects as an API server would: by limits,
 * patterns in RE2, formats, lists' keys, and rules in CEL with Kubernetes'
 * functions. Total: a part of the schema that can't be read refuses nothing.
 *
 * @param options - checked `by` a client, unless it says otherwise
 * @public
 */
export function compileSchema(
  schema: OpenApiSchema,
  options: { by?: CheckedBy } = {},
): CompiledSchema {
  const root: OpenApiSchema = isRecord(schema) ? schema : {};
  const isServer = options.by === 'server';
  const judge = isServer ? validateAsServer : validate;
  const rules = new Rules({ erringRefuse: isServer });
  // Looked for when first needed: most versions of most CRDs never are.
  let withRules: boolean | undefined;
  return {
    shape<T>(object: T, onUnknown?: OnUnknownField): T {
      return shaped(object, root, onUnknown);
    },
    check(value, previous) {
      const problems = [
        ...judge({ value, previous, path: [] }, root),
        ...newDuplicates(value, previous, root),
      ];
      withRules ??= hasRules(root);
      if (!withRules || blocksRules(problems)) return problems;
      return [
        ...problems,
        ...rules.problems({ value, previous, schema: root, path: [] }),
      ];
    },
    unchecked: () =>
      uncheckedParts(root, expression => rules.isReadable(expression)),
  };
}

/** A server asks no more where there were duplicates before. */
function newDuplicates(
  value: unknown,
  previous: unknown,
  schema: OpenApiSchema,
): SchemaProblem[] {
  const found = duplicateProblems(value, schema);
  const wereThere =
    found.length > 0 && duplicateProblems(previous, schema).length > 0;
  return wereThere ? [] : found;
}

function shaped<T>(
  object: T,
  schema: OpenApiSchema,
  onUnknown?: OnUnknownField,
): T {
  if (!isRecord(object)) return object;
  const { apiVersion, kind, metadata } = object;
  const content = defaulted(pruned(object, schema, onUnknown), schema);
  if (content === object || !isRecord(content)) return object;
  const envelope = { apiVersion, kind, metadata };
  const own = Object.entries(envelope).filter(([key]) =>
    Object.hasOwn(object, key),
  );
  // Entries, since a field may be called `__proto__`.
  return Object.fromEntries([...Object.entries(content), ...own]) as T;
}
