import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isRecord } from '../kube';
import { compileExpression } from './cel/expression';
import { compilePattern, compileSchema } from './index';
import type { OpenApiSchema } from './types';

const shared = resolve(__dirname, '../../../../../shared');
const present = existsSync(join(shared, 'forms'));

interface Case {
  name: string;
  schema: OpenApiSchema;
}

function casesOf(file: string): Case[] {
  return parseAllDocuments(readFileSync(join(shared, file), 'utf8'), {
    merge: true,
    intAsBigInt: true,
  }).flatMap(document => {
    const crd: unknown = document.toJS({ maxAliasCount: 10_000 });
    const versions: unknown = Object(Object(crd).spec).versions;
    return (Array.isArray(versions) ? versions : []).map(version => ({
      name: `${file} ${version.name}`,
      schema: version.schema?.openAPIV3Schema,
    }));
  });
}

const files = ['crds', 'handmade'].flatMap(folder =>
  present
    ? readdirSync(join(shared, 'forms', folder)).map(file =>
        join('forms', folder, file),
      )
    : [],
);
const cases = present ? files.flatMap(casesOf) : [{ name: 'none', schema: {} }];
if (!present) {
  process.stdout.write(
    'The schemas beside this checkout are missing: they are not compiled\n',
  );
}

/** Everything in a schema that has this key, however deep. */
function valuesOf(node: unknown, key: string): unknown[] {
  if (Array.isArray(node)) return node.flatMap(one => valuesOf(one, key));
  if (!isRecord(node)) return [];
  return Object.keys(node).flatMap(name =>
    name === key ? [node[name]] : valuesOf(node[name], key),
  );
}

const distinctTexts = (values: unknown[]) => [
  ...new Set(values.filter(one => typeof one === 'string')),
];

describe('schemas of others', () => {
  it.each(cases)('$name checks what it is given', ({ schema }) => {
    const { check, shape, unchecked } = compileSchema(schema);
    const objects = [{}, { spec: {} }, { spec: null }, { spec: [1] }, null, 1n];
    for (const object of objects) {
      expect(Array.isArray(check(shape(object), object))).toBe(true);
    }
    expect(unchecked().every(({ rule }) => rule === 'unchecked')).toBe(true);
  });

  it('their patterns are read, but for those that RE2 has not', () => {
    const patterns = distinctTexts(
      cases.flatMap(({ schema }) => valuesOf(schema, 'pattern')),
    );
    const unread = patterns.filter(one => !compilePattern(one));
    expect(unread.sort()).toEqual(
      present
        ? [
            '^(.)\\1$',
            '^(?!kube-)[a-z-]+$',
            '^(?>[a-z]+)x$',
            '^(abc$',
            '^[a-z]++$',
          ]
        : [],
    );
  });

  it('their rules are read', () => {
    const rules = distinctTexts(
      cases
        .flatMap(({ schema }) => valuesOf(schema, 'x-kubernetes-validations'))
        .flatMap(list => (Array.isArray(list) ? list : []))
        .map(one => Object(one).rule),
    );
    expect(rules.length > 40).toBe(present);
    expect(rules.filter(one => !compileExpression(one))).toEqual([]);
  });
});
