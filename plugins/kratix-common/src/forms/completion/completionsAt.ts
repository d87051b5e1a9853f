import { isMap, isScalar } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { OpenApiSchema } from '../../schemas';
import { nearby, type Nearby } from './nearby';
import { keyOptions, valueOptions, type Writing } from './options';
import { documentOf, leafAt, nameOf, type Leaf } from './places';
import { schemasAt } from './schemasAt';

/** One thing that could be written. @public */
export interface YamlCompletion {
  kind: 'key' | 'value';
  /** The name or value, as text. */
  label: string;
  /** The type, in words of the schema: `integer`, `string[]`. */
  detail: string;
  /** The author's description, plain text. */
  info: string;
  /** The object is not valid without it. */
  required?: boolean;
  /** It is what applies when nothing is written. */
  isDefault?: boolean;
  /** What to write, with all indentation it needs. */
  insert: string;
}

/** @public */
export interface YamlCompletions {
  /** What of the text an option takes the place of. */
  from: number;
  to: number;
  options: YamlCompletion[];
}

/**
 * What could be written at a place of a YAML text, valid or not, by the schema
 * of the whole text: fields of the object there, values of the field there.
 * Total; the time it takes does not depend on the length of the text.
 *
 * @public
 */
export function completionsAt(
  schema: OpenApiSchema,
  text: string,
  offset: number,
): YamlCompletions {
  const none = { from: offset, to: offset, options: [] };
  const near = nearby(text, offset);
  if (!near) return none;
  const typed = typedAt(near);
  if (!typed) return none;
  const { leaf, from, to, writing } = typed;
  const nodes = schemasAt(schema, leaf.path);
  const place = {
    from: offset - (near.offset - from),
    to: offset + (to - near.offset),
  };
  if (!leaf.keyOf) return { ...place, options: valueOptions(nodes) };
  const keys = keyOptions(nodes, namesIn(leaf.keyOf, leaf), writing);
  if (keys.length > 0) return { ...place, options: keys };
  // Not an object after all, nor typed as one.
  if (writing.colon || leaf.keyOf.items.length > 1) return none;
  const values = valueOptions(nodes);
  if (values.length > 0) return { ...place, options: values };
  return { ...place, options: itemOptions(schema, leaf, writing) };
}

/** Where a list is to come, its first item. */
function itemOptions(
  schema: OpenApiSchema,
  leaf: Leaf,
  writing: Writing,
): YamlCompletion[] {
  const nodes = schemasAt(schema, [...leaf.path, 0]);
  const inside = { ...writing, column: writing.column + 2 };
  return [...keyOptions(nodes, new Set(), inside), ...valueOptions(nodes)].map(
    option =>
      writing.flow ? option : { ...option, insert: `- ${option.insert}` },
  );
}

interface Typed {
  leaf: Leaf;
  from: number;
  to: number;
  writing: Writing;
}

// Stands for what will be written, so that there is a value to be found.
const mark = '\uE000';

function typedAt({ text, offset }: Nearby): Typed | undefined {
  const asValue = read(text, offset, mark);
  if (!asValue) return undefined;
  const { leaf } = asValue;
  // A value on the line of its name can't be the name of something else.
  if (!leaf.keyOf && leaf.key && isOnOneLine(text, leaf.key, offset)) {
    return asValue;
  }
  if (leaf.keyOf && /^[^\n:]*:(\s|$)/.test(text.slice(offset))) {
    return { ...asValue, writing: { ...asValue.writing, colon: true } };
  }
  return read(text, offset, `${mark}: `) ?? asValue;
}

function read(text: string, offset: number, insert: string): Typed | undefined {
  const marked = text.slice(0, offset) + insert + text.slice(offset);
  const root = documentOf(marked).contents;
  const leaf = leafAt(root, offset);
  const { scalar } = leaf;
  if (!isScalar(scalar) || !scalar.range) return undefined;
  // A block of text or a comment; nothing in it has a name.
  if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED') {
    return undefined;
  }
  const [start, end] = scalar.range;
  const source = marked.slice(start, end);
  if (!source.includes(mark)) return undefined;
  const firstLineEnd = source.indexOf('\n', offset - start);
  const to = firstLineEnd < 0 ? end : start + firstLineEnd;
  return {
    leaf,
    from: start,
    to: Math.max(offset, to - mark.length),
    writing: {
      column: start - (marked.lastIndexOf('\n', start - 1) + 1),
      flow: isFlow(leaf.keyOf),
      colon: false,
    },
  };
}

function isFlow(map: YAMLMap | undefined): boolean {
  return map !== undefined && isMap(map) && map.flow === true;
}

function isOnOneLine(text: string, key: unknown, offset: number): boolean {
  const end = isScalar(key) ? key.range?.[1] : undefined;
  return end !== undefined && !text.slice(end, offset).includes('\n');
}

function namesIn(map: YAMLMap, { scalar }: Leaf): Set<string> {
  return new Set(map.items.filter(({ key }) => key !== scalar).map(nameOf));
}
