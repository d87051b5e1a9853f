import { isRecord } from '../kube';
import { fieldOf, propertiesOf, propertyOf, schemaOf } from './reading';
import type { OpenApiSchema, ValuePath } from './types';

/**
 * The field of a cause in a Kubernetes Status, as `spec.users[0].name`,
 * `spec.limits[a.b]` or `spec.limits.a.b`, as a place in the object. Names may
 * hold dots and brackets, so the schema decides where it can.
 *
 * @public
 */
export function pathOfField(field: string, schema?: OpenApiSchema): ValuePath {
  if (field === '' || field === '<nil>') return [];
  const text = field.startsWith('.') ? field : `.${field}`;
  return read(text, schema) ?? splitField(text);
}

type Step = { key: string | number; rest: string; of?: OpenApiSchema };

/** By the schema; `undefined` where it knows no such field. */
function read(text: string, schema?: OpenApiSchema): ValuePath | undefined {
  if (text === '') return [];
  if (!schema) return undefined;
  for (const { key, rest, of } of stepsInto(text, schema)) {
    const behind = of ? read(rest, of) : splitField(rest);
    if (behind) return [key, ...behind];
  }
  return undefined;
}

const isEnd = (rest: string) => /^($|[.[])/.test(rest);

function stepsInto(text: string, schema: OpenApiSchema): Step[] {
  return text.startsWith('[')
    ? bracketSteps(text, schema)
    : dotSteps(text.slice(1), schema);
}

function bracketSteps(text: string, schema: OpenApiSchema): Step[] {
  const steps: Step[] = [];
  const items = schemaOf(schema.items);
  for (
    let end = text.indexOf(']');
    end >= 0;
    end = text.indexOf(']', end + 1)
  ) {
    const key = text.slice(1, end);
    const rest = text.slice(end + 1);
    if (!isEnd(rest)) continue;
    if (items && /^\d+$/.test(key)) {
      steps.push({ key: Number(key), rest, of: items });
    } else if (!items) {
      const of = fieldOf(schema, key);
      if (of || isOpen(schema)) steps.push({ key, rest, of });
    }
  }
  return steps;
}

function dotSteps(text: string, schema: OpenApiSchema): Step[] {
  const named = propertiesOf(schema)
    .filter(([name]) => text.startsWith(name) && isEnd(text.slice(name.length)))
    .sort(([one], [other]) => other.length - one.length)
    .map(([key, of]) => ({ key, rest: text.slice(key.length), of }));
  const values = schemaOf(schema.additionalProperties);
  if (!values && !isOpen(schema)) return named;
  // Of a map the shortest key that leaves something known; else all of it.
  const keyed = [...text.matchAll(/[.[]|$/g)]
    .map(({ index }) => ({
      key: text.slice(0, index),
      rest: text.slice(index),
    }))
    .filter(({ key }) => !propertyOf(schema, key))
    .map(step => ({ ...step, of: values }));
  return [...named, ...keyed];
}

function isOpen(schema: OpenApiSchema): boolean {
  return (
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    schema.additionalProperties === true ||
    (!isRecord(schema.properties) &&
      !isRecord(schema.items) &&
      (schema.type === undefined || schema.type === 'object'))
  );
}

/** Without a schema: a dot begins a name, brackets hold a position or a key. */
function splitField(text: string): ValuePath {
  const steps = /\.?([^.[\]]+)|\[([^\]]*)\]/g;
  return [...text.matchAll(steps)].map(([, name, inside]) => {
    if (name !== undefined) return name;
    return /^\d+$/.test(inside) ? Number(inside) : inside;
  });
}

/**
 * A place in an object as an API server writes it in the causes of a Status.
 * With the schema, keys of maps are in brackets, as in causes of rules and
 * lists; without, they are told like fields, as in all others.
 *
 * @public
 */
export function fieldOfPath(path: ValuePath, schema?: OpenApiSchema): string {
  let at = schema;
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') {
      text += `[${key}]`;
      at = schemaOf(at?.items);
      continue;
    }
    const isKey =
      at && !propertyOf(at, key) && isRecord(at.additionalProperties);
    if (isKey) text += `[${key}]`;
    else text += text ? `.${key}` : key;
    at = at && fieldOf(at, key);
  }
  return text;
}
