import { asList, asRecord, asText, isRecord } from './reading';

/**
 * A node of an OpenAPI v3 schema as Kubernetes allows it, read tolerantly: what
 * has an unexpected type counts as absent.
 *
 * @public
 */
export interface SchemaNode {
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  properties: [string, SchemaNode][];
  required: string[];
  items?: SchemaNode;
  /** Of a map: the schema of its values. */
  values?: SchemaNode;
  rules: { rule: string; message?: string }[];
  intOrString: boolean;
  freeForm: boolean;
  nullable: boolean;
  hasDefault: boolean;
  default?: unknown;
  /** A `bigint` where a number would not be exact. */
  bounds: [SchemaBound, number | bigint][];
  exclusiveMinimum: boolean;
  exclusiveMaximum: boolean;
  uniqueItems: boolean;
}

/** A limit that a schema sets by a number. @public */
export type SchemaBound =
  | 'minimum'
  | 'maximum'
  | 'multipleOf'
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems'
  | 'minProperties'
  | 'maxProperties';

const boundWords: Record<SchemaBound, true> = {
  minimum: true,
  maximum: true,
  multipleOf: true,
  minLength: true,
  maxLength: true,
  minItems: true,
  maxItems: true,
  minProperties: true,
  maxProperties: true,
};

const isBound = (key: string): key is SchemaBound =>
  Object.hasOwn(boundWords, key);

/**
 * Reads one node; children are read when they are asked for, so that a huge or
 * deep schema costs only what is looked at.
 *
 * @public
 */
export function readSchemaNode(given: unknown): SchemaNode {
  const node = asRecord(given);
  const properties = asRecord(node.properties);
  return {
    type: asText(node.type),
    title: asText(node.title),
    description: asText(node.description)?.trim(),
    format: asText(node.format),
    pattern: asText(node.pattern),
    enum: Array.isArray(node.enum) ? node.enum : undefined,
    get properties(): [string, SchemaNode][] {
      return Object.entries(properties).map(([key, child]) => [
        key,
        readSchemaNode(child),
      ]);
    },
    required: asList(node.required).filter(
      (name): name is string => typeof name === 'string',
    ),
    get items() {
      return isRecord(node.items) ? readSchemaNode(node.items) : undefined;
    },
    get values() {
      const values = node.additionalProperties;
      return isRecord(values) ? readSchemaNode(values) : undefined;
    },
    rules: asList(node['x-kubernetes-validations']).flatMap(rule =>
      isRecord(rule) && typeof rule.rule === 'string'
        ? [{ rule: rule.rule, message: asText(rule.message) }]
        : [],
    ),
    intOrString: node['x-kubernetes-int-or-string'] === true,
    freeForm: node['x-kubernetes-preserve-unknown-fields'] === true,
    nullable: node.nullable === true,
    hasDefault: node.default !== undefined,
    default: node.default,
    bounds: Object.entries(node).flatMap(([key, value]) =>
      isBound(key) && isFiniteNumber(value) ? [[key, value]] : [],
    ),
    exclusiveMinimum: node.exclusiveMinimum === true,
    exclusiveMaximum: node.exclusiveMaximum === true,
    uniqueItems: node.uniqueItems === true,
  };
}

function isFiniteNumber(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || Number.isFinite(value);
}
