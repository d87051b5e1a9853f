import { stringify } from 'yaml';
import { isRecord } from '../../kube';
import type { OpenApiSchema } from '../../schemas';
import { distinct } from '../json';
import { propertiesOf, schemaOf } from './schemasAt';
import type { YamlCompletion } from './completionsAt';

const longest = 500;
const longestInfo = 400;

/** How a text is to be written where the cursor is. @internal */
export interface Writing {
  /** Column of what is typed, from 0: what is below is indented further. */
  column: number;
  /** Inside of `{}` or `[]`, where everything is on one line. */
  flow: boolean;
  /** A colon is there already. */
  colon: boolean;
}

/** Fields not yet there, required ones first. @internal */
export function keyOptions(
  nodes: OpenApiSchema[],
  taken: ReadonlySet<string>,
  writing: Writing,
): YamlCompletion[] {
  const required = new Set(nodes.flatMap(requiredOf));
  const found = new Map<string, YamlCompletion>();
  for (const node of nodes) {
    for (const [name, value] of Object.entries(propertiesOf(node))) {
      if (found.size >= longest) break;
      if (taken.has(name) || found.has(name)) continue;
      const schema = schemaOf(value) ?? {};
      found.set(name, {
        kind: 'key',
        label: name,
        detail: typeOf(schema),
        info: infoOf(schema),
        required: required.has(name),
        insert: keyText(name, schema, writing),
      });
    }
  }
  const all = [...found.values()];
  return [
    ...all.filter(option => option.required),
    ...all.filter(option => !option.required),
  ];
}

/** What a value may be, as far as the schema lists it. @internal */
export function valueOptions(nodes: OpenApiSchema[]): YamlCompletion[] {
  const listed = nodes.flatMap(node =>
    Array.isArray(node.enum) ? node.enum : [],
  );
  const flags = nodes.some(({ type }) => type === 'boolean')
    ? [true, false]
    : [];
  const defaults = nodes.flatMap(node =>
    node.default === undefined ? [] : [node.default],
  );
  const nothing = nodes.some(({ nullable }) => nullable === true) ? [null] : [];
  const preferred = new Set(defaults.map(valueText));
  return distinct([...defaults, ...listed, ...flags, ...nothing])
    .slice(0, longest)
    .flatMap(value => {
      const text = valueText(value);
      // A text that needs lines of its own is no help on this one.
      if (text === undefined) return [];
      return {
        kind: 'value' as const,
        label: text,
        detail: '',
        info: '',
        isDefault: preferred.has(text),
        insert: text,
      };
    });
}

function requiredOf({ required }: OpenApiSchema): string[] {
  return Array.isArray(required) ? required : [];
}

function infoOf({ description, title }: OpenApiSchema): string {
  const text = [title, description].find(one => typeof one === 'string') ?? '';
  const said = typeof description === 'string' ? description : text;
  return said.length > longestInfo ? `${said.slice(0, longestInfo)}…` : said;
}

/** As a schema would say it; not translated. */
function typeOf(schema: OpenApiSchema): string {
  if (schema['x-kubernetes-int-or-string']) return 'integer | string';
  if (Array.isArray(schema.enum)) return 'enum';
  if (schema.type === 'array') {
    const item = schemaOf(schema.items);
    return `${(item && typeOf(item)) || 'any'}[]`;
  }
  if (schema.type === 'object' && isRecord(schema.additionalProperties)) {
    return 'map';
  }
  return typeof schema.type === 'string' ? schema.type : '';
}

function keyText(
  name: string,
  schema: OpenApiSchema,
  { column, flow, colon }: Writing,
): string {
  const key = scalarText(name);
  if (colon) return key;
  if (flow) return `${key}: `;
  const below = `\n${' '.repeat(column + 2)}`;
  if (schema.type === 'object' && !isEmptyByNature(schema)) {
    return `${key}:${below}`;
  }
  return schema.type === 'array' ? `${key}:${below}- ` : `${key}: `;
}

function isEmptyByNature(schema: OpenApiSchema): boolean {
  return (
    Object.keys(propertiesOf(schema)).length === 0 &&
    !schema.additionalProperties &&
    !schema['x-kubernetes-preserve-unknown-fields']
  );
}

function valueText(value: unknown): string | undefined {
  if (typeof value === 'string') return scalarText(value);
  const text = stringify(value, {
    lineWidth: 0,
    collectionStyle: 'flow',
    compat: 'yaml-1.1',
  }).trimEnd();
  return text.includes('\n') || text.length > 120 ? undefined : text;
}

/** On one line, and text to readers of YAML 1.1 and 1.2 alike. */
function scalarText(text: string): string {
  const plain = stringify(text, { lineWidth: 0, compat: 'yaml-1.1' }).trimEnd();
  const oneLine = !plain.includes('\n') && !/^[|>]/.test(plain);
  // Inside of brackets a comma or bracket ends a plain text.
  return oneLine && !/^[^"'].*[,[\]{}]/.test(plain)
    ? plain
    : JSON.stringify(text);
}
