import { entitySchemaValidator, type Entity } from '@backstage/catalog-model';
import { aPromise, entityOptions } from '../__testUtils__/samples';
import { entitiesFromPromise } from './entitiesFromPromise';

const validate = entitySchemaValidator();

const entities = (...given: Parameters<typeof aPromise>) =>
  entitiesFromPromise(aPromise(...given), entityOptions);

const ofKind = (kind: string, list: Entity[]) => {
  const found = list.find(entity => entity.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};

it('makes a Component, an API and a Template, all by the same name', () => {
  const all = entities('redis');
  expect(all.map(({ kind, metadata }) => [kind, metadata.name])).toEqual([
    ['Component', 'eu.redis'],
    ['API', 'eu.redis'],
    ['Template', 'eu.redis'],
  ]);
  all.forEach(entity => expect(() => validate(entity)).not.toThrow());
});

it('relates the Component to its API, its platform and what it requires', () => {
  const component = ofKind(
    'Component',
    entities('app', { required: ['pg', 'pg'] }),
  );
  expect(component.spec).toMatchObject({
    type: 'kratix-promise',
    lifecycle: 'production',
    owner: 'group:default/platform',
    providesApis: ['api:default/eu.app'],
    dependsOn: ['resource:default/kratix-eu', 'component:default/eu.pg'],
  });
});

it('carries identity under the names that Kratix portals share', () => {
  expect(ofKind('Component', entities('redis')).metadata).toMatchObject({
    title: 'Redis',
    description: 'An in-memory store.',
    annotations: {
      'kratix.io/type': 'promise',
      'kratix.io/promise-name': 'redis',
      'kratix.io/api-group': 'example.org',
      'px/platform': 'eu',
      'backstage.io/managed-by-location': 'kratix:eu/promises/redis',
      'backstage.io/view-url':
        'https://portal.example.com/kratix/promises/eu/redis',
    },
  });
});

it.each([
  [
    'ours',
    {
      'px/title': 'Cache',
      'px/summary': 'Keeps things.',
      'px/owner': 'data',
      'px/system': 'storage',
      'px/category': 'Data stores',
    },
  ],
  [
    'those of other portals',
    {
      'ske.backstage.component/title': 'Cache',
      'ske.backstage.component/description': 'Keeps things.',
      'ske.backstage.component/owner': 'data',
      'ske.backstage.component/system': 'storage',
      'ske.backstage.component/tags': 'Data stores',
    },
  ],
])('takes the author’s words: %s', (_whose, annotations) => {
  const component = ofKind('Component', entities('redis', { annotations }));
  expect(component).toMatchObject({
    metadata: {
      title: 'Cache',
      description: 'Keeps things.',
      tags: ['data-stores'],
    },
    spec: { owner: 'group:default/data', system: 'system:default/storage' },
  });
});

it('declares the relations that the author declares', () => {
  const annotations = {
    'ske.backstage.component/providesApis': 'one, api:other/two',
    'ske.backstage.component/consumesApis': 'three',
    'ske.backstage.component/dependsOn': 'resource:default/disk',
    'ske.backstage.component/subcomponentOf': 'suite',
  };
  expect(
    ofKind('Component', entities('redis', { annotations })).spec,
  ).toMatchObject({
    providesApis: ['api:default/eu.redis', 'api:default/one', 'api:other/two'],
    consumesApis: ['api:default/three'],
    dependsOn: ['resource:default/kratix-eu', 'resource:default/disk'],
    subcomponentOf: 'component:default/suite',
  });
});

it.each([
  ['an owner that is no ref', { 'px/owner': 'Team A/B/C!' }],
  ['an empty owner', { 'px/owner': '' }],
])('falls back to the platform’s owner for %s', (_what, annotations) => {
  const [component] = entities('redis', { annotations });
  expect(component.spec?.owner).toBe('group:default/platform');
});

it('gives the API its CRD for a definition', () => {
  const { spec } = ofKind('API', entities('redis'));
  expect(spec?.definition).toContain('kind: CustomResourceDefinition');
});

it.each([
  ['no API', undefined],
  ['an empty one', {}],
  ['one of another kind', { kind: 'ConfigMap' }],
  ['one without a group', { spec: { names: { kind: 'A', plural: 'as' } } }],
])('is a Component alone where a Promise has %s', (_what, api) => {
  expect(entities('redis', { api }).map(({ kind }) => kind)).toEqual([
    'Component',
  ]);
});

it.each([
  ['has no schema', { schema: null }],
  ['can’t be read', { api: { kind: 'ConfigMap' } }],
])('takes the cluster’s API where the Promise’s own %s', (_why, more) => {
  const promise = aPromise('redis', more);
  const [crd] = [aPromise('redis')].map(({ spec }) => Object(spec).api);
  const live = {
    ...crd,
    metadata: {
      ...crd.metadata,
      labels: { 'kratix.io/promise-name': 'redis' },
    },
  };
  const all = entitiesFromPromise(promise, entityOptions, { crds: [live] });
  expect(ofKind('Template', all).spec?.parameters).toMatchObject([
    {},
    { properties: { values: { type: 'object' } } },
  ]);
  all.forEach(entity => expect(() => validate(entity)).not.toThrow());
});

it('leaves the Template to the author who names one', () => {
  const annotations = { 'px/template-ref': 'template:default/mine' };
  expect(entities('redis', { annotations }).map(({ kind }) => kind)).toEqual([
    'Component',
    'API',
  ]);
});

describe('the Template', () => {
  it('keeps the Promise’s fields under one key, away from the portal’s own', () => {
    const schema = {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: { name: { type: 'integer' }, owner: { type: 'boolean' } },
        },
      },
    };
    const { spec } = ofKind('Template', entities('pets', { schema }));
    expect(spec?.parameters).toMatchObject([
      {
        required: ['name', 'owner'],
        properties: {
          name: { type: 'string' },
          owner: { 'ui:field': 'MyGroupsPicker' },
          platform: { enum: ['eu'] },
          service: { 'ui:field': 'EntityPicker' },
        },
      },
      {
        properties: {
          values: {
            properties: {
              spec: {
                properties: {
                  name: { type: 'integer' },
                  owner: { type: 'boolean' },
                },
              },
            },
          },
        },
      },
    ]);
  });

  it('sends the request, waits for it and links to what came of it', () => {
    const { spec } = ofKind('Template', entities('redis'));
    expect(spec?.steps).toMatchObject([
      {
        action: 'kratix:request:create',
        input: {
          platform: 'eu',
          promise: 'redis',
          values: '${{ parameters.values }}',
        },
      },
      {
        action: 'kratix:request:wait',
        input: { ref: '${{ steps.create.output.ref }}' },
      },
    ]);
    expect(JSON.stringify(spec?.output)).toContain('steps.create.output.url');
  });

  it('holds no code of the author’s, and no key that the catalog would act on', () => {
    const schema = {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          title: '${{ secrets.TOKEN }}',
          properties: {
            $text: { type: 'string' },
            any: {
              'x-kubernetes-preserve-unknown-fields': true,
              default: { $text: 'https://internal.example.com/secret' },
            },
            map: {
              type: 'object',
              additionalProperties: { type: 'string' },
              default: { $json: 'file:///etc/passwd' },
            },
          },
        },
      },
    };
    const { spec, metadata } = ofKind(
      'Template',
      entities('evil', { schema, annotations: { 'px/title': '${{ 7*7 }}' } }),
    );
    const texts = JSON.stringify([spec?.parameters, metadata]);
    expect(texts).not.toContain('${{');
    const keys: string[] = [];
    JSON.parse(texts, (key, value) => {
      keys.push(key);
      return value;
    });
    expect(keys.filter(key => key.startsWith('$'))).toEqual([]);
  });

  it('holds numbers beyond 2^53 as text alone, for the catalog knows no other', () => {
    const large = 9007199254740993n;
    const schema = {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            id: { type: 'integer', format: 'int64', default: large },
            most: { type: 'integer', maximum: large, minimum: -large },
            one: { type: 'integer', enum: [large, 1] },
            any: {
              'x-kubernetes-preserve-unknown-fields': true,
              default: { deep: [large] },
            },
            list: {
              type: 'array',
              items: { type: 'integer' },
              default: [large],
            },
          },
        },
      },
    };
    const all = entities('big', { schema });
    // Throws on a bigint.
    const texts = JSON.stringify(all);
    expect(texts).toContain('9007199254740993');
    expect(texts).not.toContain('9007199254740992');
    all.forEach(entity => expect(() => validate(entity)).not.toThrow());
  });

  it('asks for YAML where the schema is none, and the rest is as ever', () => {
    const { spec } = ofKind('Template', entities('odd', { schema: 'oops' }));
    expect(spec?.parameters).toMatchObject([
      { required: ['name', 'owner'] },
      { properties: { values: { type: 'string', 'ui:widget': 'textarea' } } },
    ]);
  });
});
