import { InputError } from '@backstage/errors';
import {
  changesBetween,
  editedObject,
  fieldAt,
  fieldOfPath,
  formDataFromObject,
  patchOfChanges,
  readFieldText,
  sameValue,
  type KubeObject,
  type RequestForm,
  type UpdateRequestBody,
} from '@kratix-portal/backstage-plugin-kratix-common';

type Patch = UpdateRequestBody['patch'];
type Fields = Record<string, unknown>;

/** What a step says is to be changed, in one of three ways. @internal */
export interface WantedChanges {
  /** As the form gathers it; what is not given stays. */
  values?: unknown;
  /** As a JSON merge patch of the fields beside metadata; null removes. */
  object?: Fields | string;
  /** As a JSON patch of the whole object. */
  patch?: Patch;
}

/**
 * The steps from the live object to what is wanted; none where it is so
 * already. Pure.
 *
 * @throws InputError, RefusedInputError for what can't be read
 * @internal
 */
export function requestChanges(
  wanted: WantedChanges,
  live: KubeObject,
  form: RequestForm,
): Patch {
  const { values, object, patch } = wanted;
  const ways = [values, object, patch].filter(
    given => given !== undefined && given !== '',
  );
  if (ways.length !== 1) {
    throw new InputError('Give one of values, object and patch');
  }
  if (patch) return patch.some(one => isNeeded(one, live)) ? patch : [];
  const before = fieldsOf(live);
  if (object) {
    return stepsBetween(before, mergePatched(before, fieldsIn(object)));
  }
  const data = mergedData(formDataFromObject(form, before), values);
  return stepsBetween(before, fieldsOf(editedObject(form, data, before)));
}

function stepsBetween(before: Fields, after: unknown): Patch {
  return patchOfChanges(changesBetween(before, after));
}

/** The fields that a step writes down, as YAML where digits matter. @internal */
export function fieldsIn(given: Fields | string): Fields {
  if (typeof given !== 'string') return given;
  const read = readFieldText(given);
  if ('errors' in read) {
    const [{ message, line }] = read.errors;
    throw new InputError(`object, line ${line}: ${message}`);
  }
  if (!isFields(read.value)) {
    throw new InputError('object must hold fields, such as `spec: {}`');
  }
  return read.value;
}

/** Of the envelope and of the platform. */
const envelope = new Set(['apiVersion', 'kind', 'metadata', 'status']);

function fieldsOf(object: object): Fields {
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => !envelope.has(name)),
  );
}

/** RFC 7396. */
function mergePatched(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch;
  const merged = new Map(Object.entries(isFields(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatched(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

/** Objects field by field; lists, and maps as forms have them, as wholes. */
function mergedData(before: unknown, given: unknown): unknown {
  if (!isFields(before) || !isFields(given)) return given;
  const merged = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(given)) {
    merged.set(name, mergedData(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

/** Whether a step leaves the object other than it is. */
function isNeeded({ op, path, value }: Patch[number], live: KubeObject) {
  const names = namesOf(path);
  const last = names.at(-1) ?? '';
  const intoList = Array.isArray(fieldAt(live, names.slice(0, -1)));
  const present = fieldAt(live, names);
  switch (op) {
    case 'test':
      return false;
    case 'remove':
      return present !== undefined;
    case 'add':
      // Whatever is there moves on.
      return (intoList && last !== '') || !sameValue(present, value);
    case 'replace':
    default:
      return !sameValue(present, value);
  }
}

/** The parts of an RFC 6901 pointer. */
function namesOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** The field that a step speaks of: `spec.size`. @internal */
export function changedField({ path }: Patch[number]): string {
  return fieldOfPath(namesOf(path));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
