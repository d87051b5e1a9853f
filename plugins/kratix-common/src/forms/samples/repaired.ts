import { isRecord, stringifyExact } from '../../kube';
import type { SchemaProblem, ValuePath } from '../../schemas';

/** Where a change may help, and what could be there. @internal */
export interface Spot {
  object: Record<string, unknown>;
  /** Names of fields that may be left out. */
  optional: string[];
  /** Makes up the value of a field that is not there. */
  sampleOf(name: string, turn: number): unknown;
  names: string[];
}

type Check = (object: Record<string, unknown>) => readonly SchemaProblem[];

/** Changes tried at most; a schema may ask for what nobody finds. */
const maxTries = 1000;
const maxRounds = 50;

/**
 * The sample with fields left out, added or told differently until its schema's
 * rules hold, or hold better: what CEL and combinations of shapes ask for can't
 * be read from a schema, only tried.
 *
 * @param mostWork - characters of JSON to be checked, all tries together
 * @internal
 */
export function repaired(
  sample: Record<string, unknown>,
  check: Check,
  spotAt: (path: ValuePath, object: unknown) => Spot | undefined,
  mostWork = Infinity,
): Record<string, unknown> {
  const mostTries = Math.min(
    maxTries,
    mostWork / stringifyExact(sample).length,
  );
  let best = { object: sample, problems: problemsOf(sample, check) };
  let tries = 0;
  for (
    let round = 0;
    round < maxRounds && best.problems.length > 0;
    round += 1
  ) {
    let better: typeof best | undefined;
    for (const object of changesAt(best.problems, best.object, spotAt)) {
      tries += 1;
      if (better || tries > mostTries) break;
      const problems = problemsOf(object, check);
      if (problems.length < best.problems.length) better = { object, problems };
    }
    if (!better) break;
    best = better;
  }
  return best.object;
}

/** The envelope is not part of a sample. */
function problemsOf(
  object: Record<string, unknown>,
  check: Check,
): SchemaProblem[] {
  const envelope = ['apiVersion', 'kind', 'metadata'];
  return check(object).filter(
    ({ path }) => path.length === 0 || !envelope.includes(String(path[0])),
  );
}

function changesAt(
  problems: SchemaProblem[],
  object: Record<string, unknown>,
  spotAt: (path: ValuePath, object: unknown) => Spot | undefined,
): Record<string, unknown>[] {
  return problems.flatMap(({ path, message = '' }) => {
    // The object that the problem speaks of, and those around it.
    const around = [path, path.slice(0, -1), path.slice(0, -2)];
    return around.flatMap(at => {
      const spot = spotAt(at, object);
      if (!spot) return [];
      // Fields that its words name come first.
      const named = (name: string) => Number(message.includes(name));
      const byName = (a: string, b: string) => named(b) - named(a);
      const names = [...spot.names].sort(byName);
      const optional = [...spot.optional].sort(byName);
      const changes = changesOf({ ...spot, names, optional });
      return changes.map(one => replaced(object, at, one));
    });
  });
}

function changesOf(spot: Spot): Record<string, unknown>[] {
  const { object, optional, names } = spot;
  const present = optional.filter(name => Object.hasOwn(object, name));
  const absent = names.filter(name => !Object.hasOwn(object, name));
  const without = (...left: string[]) =>
    Object.fromEntries(
      Object.entries(object).filter(([name]) => !left.includes(name)),
    );
  return [
    ...present.map(name => without(name)),
    ...absent.map(name => ({ ...object, [name]: spot.sampleOf(name, 0) })),
    ...Object.keys(object).map(name => ({
      ...object,
      [name]: spot.sampleOf(name, 1),
    })),
    // One of several groups of fields: only this one, without all others.
    ...present.map(name => without(...present.filter(one => one !== name))),
    without(...present),
  ];
}

function replaced(
  object: Record<string, unknown>,
  path: ValuePath,
  value: Record<string, unknown>,
): Record<string, unknown> {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  const below = replacedIn(object[String(head)], rest, value);
  return { ...object, [head]: below };
}

function replacedIn(
  at: unknown,
  path: ValuePath,
  value: Record<string, unknown>,
): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(at)) {
    return at.map((item, index) =>
      index === head ? replacedIn(item, rest, value) : item,
    );
  }
  return isRecord(at) ? replaced(at, path, value) : at;
}
