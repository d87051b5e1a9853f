import { FormCache } from './FormCache';

const schemaOf = (type: string) => ({
  type: 'object',
  properties: { spec: { type: 'object', properties: { field: { type } } } },
});

it('makes one form of equal schemas', () => {
  const { formOf } = new FormCache();
  const form = formOf(schemaOf('string'));
  expect(formOf(schemaOf('string'))).toBe(form);
  expect(formOf(schemaOf('integer'))).not.toBe(form);
});

it('keeps apart what other hints make of it', () => {
  const { formOf } = new FormCache();
  const hints = { 'spec.field': { title: 'Size' } };
  const form = formOf(schemaOf('string'), { hints });
  expect(formOf(schemaOf('string'))).not.toBe(form);
  expect(formOf(schemaOf('string'), { hints: { ...hints } })).toBe(form);
});

it('takes schemas with numbers beyond 2^53, and what is no schema', () => {
  const { formOf } = new FormCache();
  const large = { ...schemaOf('integer'), default: 2n ** 60n };
  expect(formOf(large)).toBe(formOf({ ...large }));
  expect(formOf(undefined).kind).toBe('yaml');
});

it('forgets what was asked for longest ago', () => {
  const { formOf } = new FormCache({ size: 2 });
  const [string, integer] = [
    formOf(schemaOf('string')),
    formOf(schemaOf('integer')),
  ];
  expect(formOf(schemaOf('string'))).toBe(string);
  formOf(schemaOf('boolean'));
  expect(formOf(schemaOf('string'))).toBe(string);
  expect(formOf(schemaOf('integer'))).not.toBe(integer);
});
