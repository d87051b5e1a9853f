import type { KubeStatusCause } from '@kratix-portal/backstage-plugin-kratix-common';
import assert from 'node:assert/strict';
import type { Behaviour } from '../types';
import { crds, definition, newKind, schema } from './newKind';

const ruled = (
  rule: string,
  of: object = { type: 'string', maxLength: 50 },
) => ({
  ...of,
  'x-kubernetes-validations': [{ rule }],
});
const numbers = { type: 'array', maxItems: 9, items: { type: 'integer' } };
const format = (name: string) => ({ type: 'string', format: name });

/** What is judged, by which schema, values that fit, values that do not. */
const judged: [string, object, unknown[], unknown[]][] = [
  ['ip', ruled('isIP(self) && ip(self).family() == 4'), ['10.0.0.1'], ['::1']],
  [
    'cidr',
    ruled("isCIDR(self) && cidr(self).containsIP('10.0.0.1')"),
    ['10.0.0.0/8'],
    ['192.168.0.0/16'],
  ],
  [
    'quantity',
    ruled("isQuantity(self) && quantity(self).compareTo(quantity('2G')) <= 0"),
    ['1Gi', '2000M', '1e9'],
    ['2Gi', '1gb'],
  ],
  [
    'url',
    ruled("isURL(self) && url(self).getScheme() == 'https'"),
    ['https://a.b:80/c?d=e'],
    ['http://a.b', 'a.b'],
  ],
  ['find', ruled("self.find('[0-9]+') == '42'"), ['a42b'], ['a1b', '']],
  ['sorted', ruled('self.isSorted()', numbers), [[1, 2, 2], []], [[2, 1]]],
  ['sum', ruled('self.sum() < 10', numbers), [[4, 5], []], [[5, 5]]],
  [
    'named',
    ruled('!format.dns1123Label().validate(self).hasValue()'),
    ['a-b'],
    ['A'],
  ],
  [
    'optional',
    ruled("self.?a.orValue('x') == 'x'", {
      type: 'object',
      properties: { a: { type: 'string' } },
    }),
    [{}, { a: 'x' }],
    [{ a: 'y' }],
  ],
  [
    'wait',
    ruled("self < duration('1h')", format('duration')),
    ['30m', '3 s'],
    ['2h'],
  ],
  [
    'after',
    ruled("self > timestamp('2020-01-01T00:00:00Z')", format('date-time')),
    ['2021-01-01T00:00:00Z'],
    ['2019-01-01T00:00:00Z'],
  ],
  ['fraction', ruled('self < 1.5', { type: 'number' }), [1, 1.4], [2, 1.6]],
  ['yes', { type: 'string', pattern: '^(?i)yes$' }, ['YES'], ['yes ', 'no']],
  ['subnet', format('cidr'), ['10.0.0.1/8', 'fd00::/8'], ['10.0.0.1']],
  ['duration', format('duration'), ['1h30m', '3 days', 'PT1H'], ['1', 'h']],
  ['uuid', format('uuid'), ['123E4567e89b12d3a456426614174000'], ['123']],
  ['uri', format('uri'), ['mailto:a@b.c', '/absolute'], ['relative']],
  ['mac', format('mac'), ['00:00:5e:00:53:01'], ['00:00']],
  ['colour', format('hexcolor'), ['#fff', 'FFFFFF'], ['#ff']],
  ['isbn', format('isbn'), ['978-0321751041'], ['978-0321751042']],
  ['card', format('creditcard'), ['4111 1111 1111 1111'], ['4111']],
  ['amount', format('quantity'), ['not one at all'], []],
  ['halves', { type: 'number', multipleOf: 2.5 }, [7.5, 4], [5, 3.5]],
  ['cents', { type: 'number', multipleOf: 0.01 }, [0.5], [19.99, 3]],
  ['least', { type: 'number', minimum: 0.5 }, [0, 0.5], [0.25, -1]],
  ['emoji', { type: 'string', maxLength: 2 }, ['😀😀'], ['😀😀😀']],
  ['nullable', { type: 'string', nullable: true, enum: ['a'] }, ['a'], [null]],
  [
    'shapes',
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      anyOf: [{ required: ['a'] }, { properties: { b: { maxLength: 1 } } }],
    },
    [{}, { a: 'x', b: 'xx' }],
    [{ b: 'xx' }],
  ],
  [
    'set',
    {
      type: 'array',
      'x-kubernetes-list-type': 'set',
      items: { type: 'string' },
    },
    [['a', 'b']],
    [['a', 'a']],
  ],
];

const properties = Object.fromEntries(judged.map(([name, of]) => [name, of]));
const versions = (spec: object) => ({
  versions: [{ name: 'v1', served: true, storage: true, schema: schema(spec) }],
});

/** Schemas that no server takes, with the field that is named. */
const refusedSchemas: [string, object, string][] = [
  [
    'a type within a shape',
    { type: 'object', oneOf: [{ type: 'object' }] },
    'oneOf[0].type',
  ],
  [
    'a description within a negation',
    { type: 'string', not: { description: 'x' } },
    'not.description',
  ],
  ['a pattern that is none', { type: 'string', pattern: '^(?!a)' }, 'pattern'],
  ['items without a type', { type: 'array', items: {} }, 'items.type'],
  ['a default of another type', { type: 'integer', default: '3' }, 'default'],
  [
    'a default that lacks what is required',
    {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string', default: 'x' } },
      default: {},
    },
    'default.a',
  ],
  [
    'a default for which its rule errs',
    {
      ...ruled("self['x'] == 'y'", {
        type: 'object',
        maxProperties: 5,
        additionalProperties: { type: 'string', maxLength: 9 },
      }),
      default: { a: 'b' },
    },
    'default',
  ],
  [
    'a default with an unknown field',
    { type: 'object', properties: {}, default: { a: 1 } },
    'default',
  ],
];

/** `apiVersion` of what a path lists. */
function apiVersionIn(path: string): string {
  const [, , group, version] = path.split('/');
  return `${group}/${version}`;
}

/** Rules, formats and schemas, judged as by a server. @internal */
export const judging: Behaviour[] = [
  {
    name: 'judging: rules, formats and limits',
    async run(world) {
      const kind = await newKind(world, versions(properties));
      const codeOf = async (name: string, value: unknown) => {
        const { code } = await world.call({
          method: 'POST',
          path: `${kind.path()}?dryRun=All`,
          body: {
            apiVersion: apiVersionIn(kind.path()),
            kind: kind.kind,
            metadata: { name: 'judged' },
            spec: { [name]: value },
          },
        });
        return code;
      };
      for (const [name, , fit, unfit] of judged) {
        for (const value of fit) {
          const what = `${name}: ${JSON.stringify(value)}`;
          assert.equal(await codeOf(name, value), 201, what);
        }
        for (const value of unfit) {
          const what = `${name}: ${JSON.stringify(value)}`;
          assert.equal(await codeOf(name, value), 422, what);
        }
      }
    },
  },
  ...refusedSchemas.map(
    ([what, of, field], at): Behaviour => ({
      name: `judging: a CRD with ${what} is refused`,
      async run({ call }) {
        const { code, body, text } = await call({
          method: 'POST',
          path: `${crds}?dryRun=All`,
          body: definition(`Judged${at}x`, versions({ a: of })),
        });
        assert.equal(code, 422, text);
        const { causes } = body.details as { causes: KubeStatusCause[] };
        assert.deepEqual(
          causes.map(cause => cause.field),
          [
            `spec.validation.openAPIV3Schema.properties[spec].properties[a].${field}`,
          ],
        );
      },
    }),
  ),
];
