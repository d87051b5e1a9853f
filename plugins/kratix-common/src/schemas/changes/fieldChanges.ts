import type { ApiChange } from '../../api';
import { compileSchema } from '../compileSchema';
import { propertiesOf, propertyOf, textsOf } from '../reading';
import { sameJsonValue } from '../sameValue';
import type { OpenApiSchema } from '../types';
import { changeOf, type SchemaPair } from './pair';
import { isAnything, restOf } from './slots';
import { typeWords } from './typeChanges';

/** Compares what is the same place in both. @internal */
export type Descend = (
  before: OpenApiSchema,
  after: OpenApiSchema,
  path: string,
) => ApiChange[];

const joined = (path: string, name: string) =>
  path ? `${path}.${name}` : name;

/** A default of null is none. */
const defaultOf = (schema: OpenApiSchema | undefined) =>
  schema?.default === null ? undefined : schema?.default;

/** @internal */
export function fieldChanges(pair: SchemaPair, descend: Descend): ApiChange[] {
  const { before, after } = pair;
  const names = new Set(
    [...propertiesOf(before), ...propertiesOf(after)].map(([name]) => name),
  );
  return [
    ...[...names]
      // Kratix writes it, and requests that are written have none.
      .filter(name => pair.path !== '' || name !== 'status')
      .flatMap(name => changesOfField(pair, name, descend)),
    ...requiredChanges(pair),
    ...restChanges(pair, descend),
  ];
}

function changesOfField(
  pair: SchemaPair,
  name: string,
  descend: Descend,
): ApiChange[] {
  const path = joined(pair.path, name);
  const was = propertyOf(pair.before, name);
  const is = propertyOf(pair.after, name);
  if (was && is) {
    return [...defaultChanges(was, is, path), ...descend(was, is, path)];
  }
  if (was) {
    return [changeOf('field-removed', path, true, { before: typeWords(was) })];
  }
  if (!is) return [];
  const added = (breaking: boolean) =>
    changeOf('field-added', path, breaking, { after: typeWords(is) });
  const rest = restOf(pair.before);
  switch (rest.kind) {
    case 'open':
      // Whatever was there under this name may not fit.
      return [added(!isAnything(is))];
    case 'schema':
      return [
        added(false),
        ...defaultChanges({}, is, path),
        ...descend(rest.schema, is, path),
      ];
    case 'closed':
      return [added(isHarmful(defaultOf(is), is) || isCounted(pair, name))];
    default:
      return rest satisfies never;
  }
}

/** No server takes a default that its own schema refuses; authors write some. */
function isHarmful(value: unknown, schema: OpenApiSchema): boolean {
  if (value === undefined) return false;
  const { check, shape } = compileSchema(schema);
  return check(shape(value)).length > 0;
}

/** Whether a field that is there by itself can make an object invalid. */
function isCounted({ after, shapes }: SchemaPair, name: string): boolean {
  if (defaultOf(propertyOf(after, name)) === undefined) return false;
  return (
    after.maxProperties !== undefined ||
    Array.isArray(after.enum) ||
    shapes.includes(JSON.stringify(name)) ||
    shapes.includes('"maxProperties"') ||
    shapes.includes('"enum"')
  );
}

function defaultChanges(
  was: OpenApiSchema,
  is: OpenApiSchema,
  path: string,
): ApiChange[] {
  const values = { before: defaultOf(was), after: defaultOf(is) };
  // A request that leaves the field out means something else.
  return sameJsonValue(values.before, values.after)
    ? []
    : [changeOf('default-changed', path, true, values)];
}

function requiredChanges({ before, after, path }: SchemaPair): ApiChange[] {
  const were = new Set(textsOf(before.required));
  const are = new Set(textsOf(after.required));
  return [
    ...[...are]
      .filter(name => !were.has(name))
      .map(name =>
        changeOf(
          'now-required',
          joined(path, name),
          // Where the platform fills it in nobody has to.
          defaultOf(propertyOf(after, name)) === undefined,
        ),
      ),
    ...[...were]
      // A field that is gone has been told as such.
      .filter(name => !are.has(name) && propertyOf(after, name))
      .map(name => changeOf('no-longer-required', joined(path, name), false)),
  ];
}

/** Fields that nobody named: dropped, kept, or checked by one schema. */
function restChanges(pair: SchemaPair, descend: Descend): ApiChange[] {
  const was = restOf(pair.before);
  const is = restOf(pair.after);
  const path = `${pair.path}{}`;
  if (was.kind === 'schema' && is.kind === 'schema') {
    return descend(was.schema, is.schema, path);
  }
  const words = {
    open: 'any other fields',
    schema: 'other fields of one type',
    closed: 'no other fields',
  } as const;
  if (was.kind === is.kind) return [];
  const width = { closed: 0, schema: 1, open: 2 } as const;
  const isWider = width[is.kind] > width[was.kind];
  return [
    changeOf(isWider ? 'type-widened' : 'type-narrowed', path, !isWider, {
      before: words[was.kind],
      after: words[is.kind],
    }),
  ];
}
