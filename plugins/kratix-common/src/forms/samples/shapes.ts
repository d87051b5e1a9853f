import { isRecord } from '../../kube';

/** Which fields an object is to have. @internal */
export interface Shape {
  names: string[];
  required: string[];
  /** Optional ones too. */
  all: boolean;
}

/**
 * The names of the fields that an object of this schema gets, in the schema's
 * order: where it must have one of several shapes, the first that names fields.
 *
 * @internal
 */
export function withShapes(
  schema: Record<string, unknown>,
  { names, required, all }: Shape,
): string[] {
  const wanted = new Set(all ? names : required);
  for (const { must, other } of choicesIn(schema, 0)) {
    // Without any, the shape of "none of the others" may do.
    if (!all && must.optional) continue;
    for (const name of other) if (!required.includes(name)) wanted.delete(name);
    for (const name of must.names) if (names.includes(name)) wanted.add(name);
  }
  const least = count(schema.minProperties) ?? 0;
  const most = count(schema.maxProperties) ?? Infinity;
  for (const name of names) if (wanted.size < least) wanted.add(name);
  for (const name of [...wanted].reverse()) {
    if (wanted.size > most && !required.includes(name)) wanted.delete(name);
  }
  return [
    ...names.filter(name => wanted.has(name)),
    // Required, although the schema says nothing else of them.
    ...[...wanted].filter(name => !names.includes(name)),
  ];
}

interface Choice {
  must: { names: string[]; optional: boolean };
  other: string[];
}

function choicesIn(schema: Record<string, unknown>, depth: number): Choice[] {
  if (depth > 5) return [];
  const inAll = listIn(schema.allOf).flatMap(one => choicesIn(one, depth + 1));
  const branches = listIn(schema.oneOf);
  const any = listIn(schema.anyOf);
  return [...inAll, ...choiceOf(branches, true), ...choiceOf(any, false)];
}

function choiceOf(
  branches: Record<string, unknown>[],
  exactlyOne: boolean,
): Choice[] {
  const named = branches.map(namesIn);
  const first = named.find(names => names.length > 0);
  if (!first) return [];
  const other = exactlyOne
    ? named.flat().filter(name => !first.includes(name))
    : [];
  const optional = named.some(names => names.length === 0);
  return [{ must: { names: first, optional }, other }];
}

function namesIn({ required }: Record<string, unknown>): string[] {
  return Array.isArray(required)
    ? required.filter((name): name is string => typeof name === 'string')
    : [];
}

function listIn(given: unknown): Record<string, unknown>[] {
  return Array.isArray(given) ? given.filter(isRecord) : [];
}

function count(given: unknown): number | undefined {
  return typeof given === 'number' ? given : undefined;
}
