import { fact } from './evidence';
import { anObject } from './testing';

it.each<[string, unknown, string]>([
  ['a text', 'False', 'False'],
  ['nothing', undefined, 'absent'],
  ['a number', 3, '3'],
  ['a list', ['a'], '["a"]'],
  ['what cannot be made a text', [{ toString: 'x' }], '[{"toString":"x"}]'],
])('shows %s', (_what, value, shown) => {
  const object = anObject('Work', { name: 'w', namespace: 'a' });
  expect(fact(object, 'spec.x', value)).toEqual({
    object: 'Work a/w',
    field: 'spec.x',
    value: shown,
  });
});
