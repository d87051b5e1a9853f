import fc from 'fast-check';
import { parse } from 'yaml';
import { listingRefSchema } from '../api';
import { aPromise } from '../testing';
import { installStateOf } from './installStateOf';
import { listingDetailView } from './listingDetailView';
import { readMarketplace } from './readMarketplace';
import type { MarketplaceListing } from './types';

const prefix = 'px/';
const read = (files: Record<string, string>) =>
  readMarketplace(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { annotationPrefix: prefix },
  );
const envelope = 'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\n';
const good = `${envelope}metadata: { name: good }\n`;

const pageOf = (listing: MarketplaceListing) =>
  listingDetailView({
    source: 'tools',
    listing,
    installs: [],
    sameName: 0,
    images: new Set(listing.logo ? [listing.logo] : []),
    externalImages: false,
    others: [],
    allowed: { install: true, upgrade: true, uninstall: true },
    annotationPrefix: prefix,
  });

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_one, at) => line(at)).join('\n');

const bomb = `${envelope}a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]
`;
const echo = `${envelope}a: &a ${'x'.repeat(100_000)}
b: [${Array(90).fill('*a').join()}]
`;

it.each<[string, string, string]>([
  ['an alias bomb', bomb, 'Its YAML repeats itself without end.'],
  [
    'a long text, again and again',
    echo,
    'Its YAML repeats itself without end.',
  ],
  [
    'what holds itself',
    `${envelope}metadata: { name: x }\nspec: &a { b: *a }\n`,
    'Its YAML repeats itself without end.',
  ],
  ...[
    ...['[', '{', '- ', '? ', ': ', '- ? ', 'a: ', '? a: ', '- a: ', '[? '],
    ...['{a: ', '- !t ', '- &a ', '[[]', '- [', '? [', '"a": ', '-\t'],
  ].map((unit): [string, string, string] => [
    `${unit}a hundred thousand times`,
    `${envelope}a:\n ${unit.repeat(100_000)}`,
    'Its YAML is nested too deep.',
  ]),
  [
    'pairs in pairs',
    `${envelope}a: [${'a:\n a: '.repeat(50_000)}`,
    'Its YAML is nested too deep.',
  ],
  [
    'a megabyte of signs',
    `${envelope}a:\n ${'[]'.repeat(490_000)}`,
    'Its YAML has too many parts.',
  ],
  [
    'a thousand steps to the right',
    `${envelope}a:\n${lines(1000, at => `${' '.repeat(at + 1)}a:`)}\n`,
    'Its YAML is nested too deep.',
  ],
  [
    '150 levels',
    `${envelope}a: ${'{ a: '.repeat(150)}1${' }'.repeat(150)}\n`,
    'Its YAML is nested too deep.',
  ],
  [
    '10 MB',
    `${envelope}# ${'x'.repeat(10_000_000)}\n`,
    'It is longer than 1,000,000 characters.',
  ],
  [
    'thousands of documents',
    lines(5_000, () => `${envelope}---`),
    'Only the first 200 documents are read.',
  ],
  ['no metadata', envelope, 'It is a Promise without metadata.name.'],
  [
    'a list of names',
    `${envelope}metadata: { name: [a] }`,
    'It is a Promise without metadata.name.',
  ],
])('%s is refused in a sentence, and harms nobody', (_what, text, problem) => {
  const startedAt = performance.now();
  const { listings, broken, findings } = read({
    'bad/promise.yaml': text,
    'good/promise.yaml': good,
  });
  expect(listings.map(one => one.name)).toEqual(['good']);
  expect(broken).toEqual([{ entry: 'bad', path: 'bad/promise.yaml', problem }]);
  expect(findings).toContainEqual(
    expect.objectContaining({ severity: 'broken', text: problem }),
  );
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

it('takes keys for keys, whatever they are called', () => {
  const { listings } = read({
    'a/promise.yaml': `${envelope}__proto__: { polluted: true }
metadata:
  name: constructor
  labels: { __proto__: x, constructor: y, kratix.io/promise-version: v1 }
  annotations: { __proto__: { title: z } }
spec:
  dependencies: [{ kind: __proto__ }, { kind: toString }]
  destinationSelectors: [{ matchLabels: { __proto__: a } }]
  requiredPromises: [{ name: __proto__, version: valueOf }]
`,
  });
  expect(listings).toMatchObject([
    {
      name: 'constructor',
      version: 'v1',
      dependencies: [
        { kind: '__proto__', count: 1 },
        { kind: 'toString', count: 1 },
      ],
    },
  ]);
  expect(Object.keys({})).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(pageOf(listings[0]).manifest).toContain('polluted: true');
});

it.each([
  'a/b',
  '../up',
  'Upper',
  'space name',
  '"bell\\a"',
  'é',
  '-a',
  'a..b',
  'x'.repeat(300),
])('says that %s is no name', name => {
  const [listing] = read({
    'a/promise.yaml': `${envelope}metadata: { name: ${name} }`,
  }).listings;
  expect(listing.findings[0]).toMatchObject({
    severity: 'broken',
    text: 'Its metadata.name is none that Kubernetes takes.',
  });
});

it('keeps digits that no number holds', () => {
  const [{ promise }] = read({
    'a/promise.yaml': `${good}spec: { big: 9007199254740993, small: 3 }`,
  }).listings;
  expect(promise.spec).toEqual({ big: BigInt('9007199254740993'), small: 3 });
});

it.each([
  ['spaces', 'a b/c?d/promise.yaml', 'a-b~c-d'],
  ['accents', 'é/promise.yaml', '-'],
  ['a tilde', 'a~b/promise.yaml', 'a-b'],
])('makes an address of a folder with %s', (_what, path, entry) => {
  expect(read({ [path]: good }).listings[0].entry).toBe(entry);
});

it('makes no step up of a name', () => {
  const text = `${envelope}metadata: { name: .. }`;
  expect(read({ 'promise.yaml': text }).listings[0].entry).toBe('-..');
});

it('gives every listing an address of its own', () => {
  const name = fc.constantFrom('a', 'b', 'a-b', 'a~b', 'a b', '.', '~2', 'é');
  const path = fc
    .array(fc.oneof(name, fc.string({ maxLength: 200 })), { maxLength: 4 })
    .map(parts => [...parts, 'promise.yaml'].join('/'));
  const texts = fc.constantFrom(
    good,
    `${good}---\n${good}`,
    `${good}---\n${envelope}metadata: { name: other }`,
    envelope,
  );
  fc.assert(
    fc.property(fc.dictionary(path, texts), files => {
      const { listings, broken } = read(files);
      const entries = [...listings, ...broken].map(one => one.entry);
      expect(new Set(entries).size).toBe(entries.length);
      for (const entry of entries) {
        expect(() =>
          listingRefSchema.parse({ source: 's', entry }),
        ).not.toThrow();
        // What a browser would resolve.
        expect(new URL(`http://h/m/s/${entry}`).pathname).toBe(`/m/s/${entry}`);
      }
    }),
  );
});

describe('any YAML', () => {
  const key = fc.constantFrom(
    ...['metadata', 'name', 'labels', 'annotations', 'spec', 'api', 'group'],
    ...['names', 'kind', 'plural', 'versions', 'schema', 'openAPIV3Schema'],
    ...['properties', 'workflows', 'resource', 'configure', 'containers'],
    ...['rbac', 'permissions', 'resources', 'verbs', 'dependencies'],
    ...['requiredPromises', 'destinationSelectors', 'matchLabels', 'px/title'],
    ...['px/example', 'px/form', '__proto__', 'type', 'enum', 'default'],
  );
  const { value } = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom<unknown>(null, '', 'a', 'object', 0, -1, true, 'a: b'),
      fc.string(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 6 }),
    ),
  }));

  it('is read, shown and compared without a fault', () => {
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { maxKeys: 6 }),
        value,
        fc.string(),
        (body, spec, readme) => {
          const text = JSON.stringify({
            ...body,
            apiVersion: 'platform.kratix.io/v1alpha1',
            kind: 'Promise',
            metadata: { ...Object(body.metadata), name: 'redis' },
            spec,
          });
          const { listings } = read({
            'a/promise.yaml': text,
            'a/README.md': readme,
          });
          expect(listings).toHaveLength(1);
          const page = pageOf(listings[0]);
          expect(parse(page.manifest)).toMatchObject({ kind: 'Promise' });
          const holdings = { platform: 'eu', promises: [aPromise()] };
          const ref = { source: 's', entry: 'a' };
          expect(
            installStateOf(listings[0], ref, holdings, prefix).platform,
          ).toBe('eu');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('may be no YAML at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { listings, findings } = read({ 'a/promise.yaml': text });
        expect(listings).toEqual([]);
        expect(Array.isArray(findings)).toBe(true);
      }),
    );
  });
});
