import { fieldOfPath, pathOfField } from './fieldPath';
import type { OpenApiSchema, ValuePath } from './types';

const schema: OpenApiSchema = {
  type: 'object',
  properties: {
    metadata: { type: 'object' },
    spec: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        'a.b': { type: 'object', properties: { c: { type: 'string' } } },
        'a[0]': { type: 'string' },
        '10': { type: 'string' },
        limits: { type: 'object', additionalProperties: { type: 'string' } },
        pools: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: { size: { type: 'integer' } },
          },
        },
        users: {
          type: 'array',
          items: { type: 'object', properties: { name: { type: 'string' } } },
        },
      },
    },
  },
};

describe("the place that a cause's field names", () => {
  it.each<[string, ValuePath]>([
    ['<nil>', []],
    ['', []],
    ['spec.name', ['spec', 'name']],
    ['.spec.name', ['spec', 'name']],
    ['spec.users[0].name', ['spec', 'users', 0, 'name']],
    ['spec.a.b.c', ['spec', 'a.b', 'c']],
    ['spec.a[0]', ['spec', 'a[0]']],
    ['spec.10', ['spec', '10']],
    ['spec.limits[a.b/c]', ['spec', 'limits', 'a.b/c']],
    ['spec.limits[a]b]', ['spec', 'limits', 'a]b']],
    ['spec.limits[0]', ['spec', 'limits', '0']],
    ['spec.limits.a.b', ['spec', 'limits', 'a.b']],
    ['spec.pools.a.b.size', ['spec', 'pools', 'a.b', 'size']],
    ['spec.pools.a.size', ['spec', 'pools', 'a', 'size']],
    ['spec.unknown.x', ['spec', 'unknown', 'x']],
    ['metadata.labels', ['metadata', 'labels']],
  ])('%s', (field, path) => {
    expect(pathOfField(field, schema)).toEqual(path);
  });

  it.each<[string, ValuePath]>([
    ['spec.users[0].name', ['spec', 'users', 0, 'name']],
    ['spec.limits[a.b]', ['spec', 'limits', 'a.b']],
    ['metadata.name', ['metadata', 'name']],
  ])('%s, without a schema', (field, path) => {
    expect(pathOfField(field)).toEqual(path);
  });

  it.each<[ValuePath, string, string]>([
    [['spec', 'users', 0, 'name'], 'spec.users[0].name', 'spec.users[0].name'],
    [['spec', 'limits', 'a.b'], 'spec.limits.a.b', 'spec.limits[a.b]'],
    [[], '', ''],
  ])('and back: %j', (path, plain, withKeys) => {
    expect(fieldOfPath(path)).toBe(plain);
    expect(fieldOfPath(path, schema)).toBe(withKeys);
  });
});
