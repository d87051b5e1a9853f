import { isRecord } from '../kube';
import type { FieldHints, FieldPicker, FieldWidget } from './plan';
import { inert } from './words';

/** Key of a schema node under which its author writes hints. @public */
export const hintsKey = 'x-kratix-portal';

type Wrong = (what: string) => void;

const widgets: Record<FieldWidget, true> = {
  textarea: true,
  password: true,
  radio: true,
  select: true,
  slider: true,
  updown: true,
  yaml: true,
};

/** Own keys alone: what is written by hand may be called anything. */
const isWidget = (value: unknown): value is FieldWidget =>
  typeof value === 'string' && Object.hasOwn(widgets, value);

/** What each hint may hold; nothing for what is malformed. */
const readers: {
  [name in keyof FieldHints]-?: (value: unknown) => FieldHints[name];
} = {
  title: textOf,
  order: value =>
    typeof value === 'number' && Number.isFinite(value) ? value : undefined,
  group: textOf,
  advanced: flagOf,
  hidden: flagOf,
  help: textOf,
  placeholder: textOf,
  widget: value => (isWidget(value) ? value : undefined),
  field: fieldOf,
  picker: pickerOf,
};

const isHint = (name: string): name is keyof FieldHints =>
  Object.hasOwn(readers, name);

/**
 * The hints that somebody wrote. What is malformed is left out and told.
 *
 * @internal
 */
export function readHints(given: unknown, wrong: Wrong): FieldHints {
  if (given === undefined) return {};
  if (!isRecord(given)) {
    wrong('Its hints are ignored: they are no map.');
    return {};
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      if (value === null) return [];
      if (!isHint(name)) {
        wrong(`There is no hint called ${name}.`);
        return [];
      }
      const read = readers[name](value);
      if (read === undefined) wrong(`Its hint ${name} is ignored: malformed.`);
      return read === undefined ? [] : [[name, read]];
    }),
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? inert(value.trim())
    : undefined;
}

function flagOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function fieldOf(value: unknown): FieldHints['field'] {
  if (typeof value === 'string') return fieldOf({ name: value });
  if (!isRecord(value) || typeof value.name !== 'string') return undefined;
  // The name of a React component, not of anything that could be inherited.
  if (!/^[A-Z][A-Za-z0-9]*$/.test(value.name)) return undefined;
  if (value.options !== undefined && !isRecord(value.options)) return undefined;
  const { name, options } = value;
  return { name, ...(options !== undefined && { options }) };
}

function pickerOf(value: unknown): FieldPicker | undefined {
  if (typeof value === 'string') return pickerOf({ of: value });
  if (!isRecord(value)) return undefined;
  const { of, kind, promise } = value;
  switch (of) {
    case 'owner':
    case 'namespace':
    case 'secret':
      return { of };
    case 'entity':
      return typeof kind === 'string' && kind !== '' ? { of, kind } : { of };
    case 'request':
      return typeof promise === 'string' && promise !== ''
        ? { of, promise }
        : undefined;
    default:
      return undefined;
  }
}
