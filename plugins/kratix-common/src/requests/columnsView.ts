import { isRecord, isSecretKey, redacted, type KubeObject } from '../kube';
import type { PrinterColumn } from '../promises';
import { textOf } from './leaves';
import { holdsSecret } from './secretText';

/** Columns that Kratix adds, or that every list has anyway. */
const known = new Set(['.metadata.creationTimestamp', '.status.message']);

const maxColumns = 3;
const maxLength = 200;

type Step = string | number | { where: string; is: string };

const isSecretStep = (step: Step) =>
  typeof step === 'string' && isSecretKey(step);

/**
 * The Promise's own columns for one request, by column name: the first three
 * that say something the list does not say already.
 *
 * @public
 */
export function columnsView(
  request: KubeObject,
  columns: readonly PrinterColumn[],
): Record<string, string> {
  const shown = columns
    .filter(({ jsonPath }) => !known.has(jsonPath))
    // Above 0 `kubectl get` leaves them out, too.
    .filter(({ priority }) => priority === 0)
    .slice(0, maxColumns);
  return Object.fromEntries(
    shown.flatMap(({ name, jsonPath }) => {
      const steps = stepsOf(jsonPath);
      const value = steps && follow(request, steps);
      const text = textOf(value).slice(0, maxLength);
      if (text === '') return [];
      const secret = steps?.some(isSecretStep) || holdsSecret(value);
      return [[name, secret ? redacted : text]];
    }),
  );
}

/** What printer columns use of JSONPath: names, indexes and one equality. */
const stepPattern =
  /\.([\w-]+(?:\\\.[\w-]+)*)|\[(\d+)\]|\['([^']+)'\]|\[\?\(@\.([\w-]+)\s*==\s*["']([^"']*)["']\)\]/gy;

/** `undefined` for a path that uses more than that. */
function stepsOf(jsonPath: string): Step[] | undefined {
  const path = jsonPath.replace(/^\{?\$?(.*?)\}?$/, '$1');
  const steps: Step[] = [];
  let read = 0;
  for (const match of path.matchAll(stepPattern)) {
    const [whole, name, index, quoted, where, is] = match;
    read += whole.length;
    if (name !== undefined) steps.push(name.replace(/\\\./g, '.'));
    else if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(quoted);
    else steps.push({ where, is });
  }
  return read === path.length ? steps : undefined;
}

function follow(root: unknown, steps: Step[]): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (typeof step === 'string') {
      return isRecord(value) && Object.hasOwn(value, step)
        ? value[step]
        : undefined;
    }
    if (!Array.isArray(value)) return undefined;
    if (typeof step === 'number') return value[step];
    return value.find(
      item => isRecord(item) && textOf(item[step.where]) === step.is,
    );
  }, root);
}
