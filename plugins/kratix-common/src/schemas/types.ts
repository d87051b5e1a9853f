/**
 * An OpenAPI v3 schema as CRDs carry it (`openAPIV3Schema`). Limits beyond 2^53
 * are `bigint`, as {@link parseExact} reads them.
 *
 * @public
 */
export interface OpenApiSchema {
  type?: string;
  description?: string;
  title?: string;
  format?: string;
  nullable?: boolean;
  default?: unknown;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number | bigint;
  maximum?: number | bigint;
  exclusiveMinimum?: boolean;
  exclusiveMaximum?: boolean;
  multipleOf?: number | bigint;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
  required?: string[];
  items?: OpenApiSchema;
  properties?: Record<string, OpenApiSchema>;
  additionalProperties?: boolean | OpenApiSchema;
  allOf?: OpenApiSchema[];
  anyOf?: OpenApiSchema[];
  oneOf?: OpenApiSchema[];
  not?: OpenApiSchema;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-embedded-resource'?: boolean;
  'x-kubernetes-list-type'?: string;
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-map-type'?: string;
  'x-kubernetes-validations'?: ValidationRule[];
  [field: string]: unknown;
}

/**
 * A CEL rule of a schema.
 *
 * @public
 */
export interface ValidationRule {
  rule: string;
  message?: string;
  messageExpression?: string;
  reason?: string;
  fieldPath?: string;
  optionalOldSelf?: boolean;
}

/**
 * Where a value is in an object: keys of maps are text, positions in lists are
 * numbers. No key is ambiguous, whatever it is called.
 *
 * @public
 */
export type ValuePath = readonly (string | number)[];

/**
 * What a value can break. `unchecked` is no refusal: a part of the schema could
 * not be read, so that only an API server can tell.
 *
 * @public
 */
export type SchemaRule =
  | 'required'
  | 'type'
  | 'enum'
  | 'format'
  | 'pattern'
  | 'minLength'
  | 'maxLength'
  | 'minimum'
  | 'maximum'
  | 'exclusiveMinimum'
  | 'exclusiveMaximum'
  | 'multipleOf'
  | 'minItems'
  | 'maxItems'
  | 'minProperties'
  | 'maxProperties'
  | 'oneOf'
  | 'anyOf'
  | 'not'
  | 'duplicate'
  | 'cel'
  | 'name'
  | 'unchecked';

/**
 * What is wrong with one value of an object.
 *
 * @public
 */
export interface SchemaProblem {
  /** Of the value that it speaks of; for `required` of the missing field. */
  path: ValuePath;
  rule: SchemaRule;
  /** What is there; absent for what is missing. */
  value?: unknown;
  /** What the schema says: a number for limits. */
  limit?: number | bigint;
  /**
   * What was expected: the type (several with commas), format or pattern; the
   * keyword or text that could not be read.
   */
  expected?: string;
  /** For `enum`: what is allowed. */
  allowed?: readonly unknown[];
  /** For `oneOf`: how many shapes fit. */
  fitting?: number;
  /** For `cel`: the author's words. */
  message?: string;
  /** For `cel`: the reason of the cause that a server would send. */
  reason?: string;
}

/** Told the path of each field that was dropped. @public */
export type OnUnknownField = (path: ValuePath) => void;

/**
 * A schema made ready to be applied to objects. Nothing here throws, whatever
 * the schema or the object is.
 *
 * @public
 */
export interface CompiledSchema {
  /**
   * What is wrong with an object that was shaped (or is as its author wrote
   * it). What was wrong in `previous` and did not change is let pass, as an
   * API server does since 1.33. A problem of rule `unchecked` never comes from
   * here: see {@link CompiledSchema.unchecked}.
   */
  check(object: unknown, previous?: unknown): SchemaProblem[];
  /** Without unknown fields, with defaults; the same object where it is as it should be. */
  shape<T>(object: T, onUnknown?: OnUnknownField): T;
  /**
   * For authors: parts of the schema that are not checked, since they can't be
   * read. `path` is a place in the schema. An API server may refuse them, or
   * know better.
   */
  unchecked(): SchemaProblem[];
}

/**
 * Whose check it is. A `client` asks a server in the end: a CEL rule that errs for
 * a value, as `self['x']` does where there is no `x`, is left to that server, and
 * what an author said that servers pass over, int32, holds. A `server` refuses
 * the former and takes the latter: for who stands in for one.
 *
 * @public
 */
export type CheckedBy = 'client' | 'server';

/**
 * A pattern as an API server has them.
 *
 * @public
 */
export interface Pattern {
  /** Whether it matches anywhere in the text, in time linear to its length. */
  test(text: string): boolean;
}

/**
 * A field that can't change once it is set.
 *
 * @public
 */
export interface FixedRule {
  /** The rule's own message. */
  message?: string;
}

/** A field that a rule above it fixes. @public */
export interface FixedPath extends FixedRule {
  /** From the node that has the rule. */
  path: readonly string[];
}
