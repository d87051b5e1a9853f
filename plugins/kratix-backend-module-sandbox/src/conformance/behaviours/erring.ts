import type { KubeStatusCause } from '@kratix-portal/backstage-plugin-kratix-common';
import assert from 'node:assert/strict';
import type { Behaviour } from '../types';
import { newKind, schema } from './newKind';

const ruled = (
  of: object,
  rule: string,
  more: { message?: string; reason?: string; fieldPath?: string } = {},
) => ({ ...of, 'x-kubernetes-validations': [{ rule, ...more }] });

const text = { type: 'string', maxLength: 20 };
const whole = { type: 'integer' };
const map = { type: 'object', maxProperties: 5, additionalProperties: text };
const list = { type: 'array', maxItems: 5, items: whole };
const most = 9223372036854775807n;
const needsX = "self['x'] == 'y'";
const notIn = (type: string) =>
  `type conversion error from 'string' to '${type}'`;

/**
 * A rule, a value for which it errs, and what a server says; only that it ends
 * in the rule where the words are a parser's.
 */
const erringRules: [string, object, unknown, string | RegExp][] = [
  ['key', ruled(map, needsX), { a: 'b' }, `no such key: x`],
  ['item', ruled(list, 'self[3] == 1'), [1], 'index out of bounds: 3'],
  ['zero', ruled(whole, '1 / self > 0'), 0, 'division by zero'],
  ['rest', ruled(whole, '1 % self == 0'), 0, 'modulus by zero'],
  ['overflow', ruled(whole, 'self + 1 > 0'), most, 'integer overflow'],
  ['number', ruled(text, 'int(self) > 3'), 'x', notIn('int')],
  [
    'wait',
    ruled(text, "duration(self) > duration('1s')"),
    'x',
    notIn('google.protobuf.Duration'),
  ],
  [
    'time',
    ruled(text, "timestamp(self) > timestamp('2020-01-01T00:00:00Z')"),
    'x',
    notIn('google.protobuf.Timestamp'),
  ],
  ['amount', ruled(text, "quantity(self) == quantity('1')"), 'x', /quantit/],
  ['address', ruled(text, 'ip(self).family() == 4'), 'x', /IP/],
  ['link', ruled(text, "url(self).getHost() == 'a'"), 'x', /URL/],
  ['pattern', ruled(text, "'a'.matches(self)"), '(', /./],
  ['least', ruled(list, 'self.min() > 1'), [], /empty/],
];

const versions = (spec: object) => ({
  versions: [{ name: 'v1', served: true, storage: true, schema: schema(spec) }],
});

/** Rules that come to no result, and what servers pass over. @internal */
export const erring: Behaviour[] = [
  {
    name: 'erring: a rule that errs refuses the value, in words of its own',
    async run(world) {
      const { create } = await newKind(
        world,
        versions(
          Object.fromEntries(erringRules.map(([name, of]) => [name, of])),
        ),
      );
      for (const [name, of, value, why] of erringRules) {
        const answer = await create('erring', { [name]: value });
        assert.equal(answer.code, 422, `${name}: ${answer.text}`);
        const { causes } = answer.body.details as { causes: KubeStatusCause[] };
        assert.equal(causes.length, 1, answer.text);
        const [{ field, reason, message = '' }] = causes;
        assert.deepEqual(
          [field, reason],
          [`spec.${name}`, 'FieldValueInvalid'],
        );
        const { type, 'x-kubernetes-validations': rules } = of as {
          type: string;
          'x-kubernetes-validations': [{ rule: string }];
        };
        const start = `Invalid value: "${type}": `;
        const end = ` evaluating rule: ${rules[0].rule}`;
        assert.ok(message.startsWith(start) && message.endsWith(end), message);
        const told = message.slice(start.length, -end.length);
        if (typeof why === 'string') assert.equal(told, why);
        else assert.match(told, why);
      }
    },
  },
  {
    name: 'erring: of the rule that errs only its message is told',
    async run(world) {
      const of = { type: 'object', properties: { labels: map } };
      const { create } = await newKind(
        world,
        versions({
          v: ruled(of, "self.labels['x'] == 'y'", {
            message: 'needs an x',
            reason: 'FieldValueForbidden',
            fieldPath: '.labels',
          }),
        }),
      );
      const { body } = await create('told', { v: { labels: { a: 'b' } } });
      assert.deepEqual((body.details as { causes: unknown }).causes, [
        {
          reason: 'FieldValueInvalid',
          message:
            'Invalid value: "object": no such key: x evaluating rule: needs an x',
          field: 'spec.v',
        },
      ]);
      const fit = await create('fit', { v: { labels: { x: 'y' } } });
      assert.equal(fit.code, 201, fit.text);
    },
  },
  {
    name: 'erring: an int32 is any whole number, a float any number',
    async run(world) {
      const { create } = await newKind(
        world,
        versions({
          narrow: { type: 'integer', format: 'int32' },
          preset: { type: 'integer', format: 'int32', default: 2147483648 },
          single: { type: 'number', format: 'float' },
        }),
      );
      const spec = { narrow: 2147483648, single: 1e300, preset: 2147483648 };
      const made = await create('wide', spec);
      assert.equal(made.code, 201, made.text);
      assert.deepEqual(made.body.spec, spec);
      const large = await create('large', { narrow: 9007199254740993n });
      assert.equal(large.code, 201, large.text);
    },
  },
];
