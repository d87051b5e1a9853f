import {
  compileSchema,
  redacted,
  RequestDocument,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { openingOf } from './opening';

const api = {
  crd: 'redis.example.com',
  group: 'example.com',
  version: 'v1',
  kind: 'Redis',
  plural: 'redis',
};
const schema = compileSchema({
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'string', enum: ['small', 'large'] },
        replicas: { type: 'integer', maximum: 5 },
        password: { type: 'string' },
      },
    },
  },
});
const places = [
  {
    owner: 'group:default/payments',
    namespaces: [{ name: 'payments', allowed: true }],
  },
  {
    owner: 'group:default/data',
    namespaces: [{ name: 'data', allowed: true }],
  },
];
const nothing = { ignored: [] };
const of = { api, promise: 'redis', places, schema, link: nothing };
const savedAt = '2026-03-01T12:00:00Z';

const source = {
  ref: {
    platform: 'eu-dev',
    crd: api.crd,
    namespace: 'data',
    name: 'cache',
  },
  generation: 3,
  object: {
    apiVersion: 'example.com/v1',
    kind: 'Redis',
    metadata: {
      name: 'cache',
      namespace: 'data',
      labels: { 'kratix.io/promise-name': 'redis', tier: 'gold' },
    },
    spec: { size: 'large', password: 'hush' },
    status: { ready: true },
  },
};

it('an empty form has a name, a team and a place', () => {
  const opening = openingOf({ ...of, mode: 'new' });
  expect(opening).toMatchObject({
    who: { team: 'group:default/payments' },
    nameProposed: true,
    prefilled: false,
    ignored: [],
  });
  expect(opening.document.value).toEqual({
    apiVersion: 'example.com/v1',
    kind: 'Redis',
    metadata: { name: 'redis', namespace: 'payments' },
    spec: {},
  });
});

it('a link fills in what it may, and what it may not is told', () => {
  const opening = openingOf({
    ...of,
    mode: 'new',
    link: {
      name: 'My Cache',
      team: 'group:default/data',
      service: 'component:default/shop',
      values: { size: 'huge', replicas: 3, extra: 1 },
      ignored: ['platform'],
    },
  });
  expect(opening.ignored).toEqual(['platform', 'values.size']);
  expect(opening.who).toEqual({
    team: 'group:default/data',
    service: 'component:default/shop',
  });
  expect(opening.document.value).toMatchObject({
    metadata: { name: 'my-cache', namespace: 'data' },
    spec: { replicas: 3 },
  });
});

it('a team of others is told and not chosen', () => {
  const link = { team: 'group:default/others', ignored: [] };
  const opening = openingOf({ ...of, mode: 'new', link });
  expect(opening.ignored).toEqual(['team']);
  expect(opening.who.team).toBe('group:default/payments');
});

it('a service gives the name', () => {
  const link = { service: 'component:default/shop', ignored: [] };
  const { document } = openingOf({ ...of, mode: 'new', link });
  expect(document.get(['metadata', 'name'])).toBe('shop-redis');
});

it('a copy has the settings, the place and the team, but not the name', () => {
  const { document, who } = openingOf({
    ...of,
    mode: 'clone',
    source,
    who: { team: 'group:default/data' },
  });
  expect(who.team).toBe('group:default/data');
  expect(document.value).toEqual({
    apiVersion: 'example.com/v1',
    kind: 'Redis',
    metadata: { name: 'cache-copy', namespace: 'data' },
    spec: { size: 'large', password: 'hush' },
  });
});

it('of what is copied the secrets stay behind, and this is told', () => {
  const object = {
    ...source.object,
    spec: { size: 'large', password: redacted },
  };
  const { document, withoutSecrets } = openingOf({
    ...of,
    mode: 'clone',
    source: { ...source, object },
  });
  expect(withoutSecrets).toBe(true);
  expect(document.get(['spec'])).toEqual({ size: 'large' });
});

it('an edit begins with the request as people wrote it', () => {
  const { document } = openingOf({ ...of, mode: 'edit', source });
  expect(document.value).toEqual({
    apiVersion: 'example.com/v1',
    kind: 'Redis',
    metadata: { name: 'cache', namespace: 'data', labels: { tier: 'gold' } },
    spec: { size: 'large', password: 'hush' },
  });
  expect(document.patchFrom(source.object)).toEqual([]);
});

it('a draft goes on where it was left, unless nobody may send it there', () => {
  const draft = {
    text: 'metadata: {name: mine, namespace: gone}\nspec: {size: small} # ok\n',
    team: 'group:default/data',
    savedAt,
  };
  const opening = openingOf({ ...of, mode: 'new', draft });
  expect(opening.draftOf).toBe(savedAt);
  expect(opening.document.value).toEqual({
    metadata: { name: 'mine', namespace: 'data' },
    spec: { size: 'small' },
  });
  expect(opening.document.text).toMatch('# ok');
});

it('a draft that can’t be read is no draft', () => {
  const draft = { text: '{', savedAt };
  const opening = openingOf({ ...of, mode: 'new', draft });
  expect(opening.draftOf).toBeUndefined();
});

describe('the draft of an edit', () => {
  const base = RequestDocument.ofObject(source.object);
  base.remove(['spec', 'password']);

  it('keeps the secret that it could not hold', () => {
    const mine = RequestDocument.ofText(base.text);
    mine.set(['spec', 'size'], 'small');
    const { document, conflicts } = openingOf({
      ...of,
      mode: 'edit',
      source,
      draft: { text: mine.text, base: base.text, savedAt },
    });
    expect(conflicts).toEqual([]);
    expect(document.patchFrom(source.object)).toEqual([
      { op: 'replace', path: '/spec/size', value: 'small' },
    ]);
  });

  it('meets what others changed since', () => {
    const older = RequestDocument.ofText(base.text);
    older.set(['spec', 'size'], 'medium');
    const mine = RequestDocument.ofText(base.text);
    mine.set(['spec', 'size'], 'small');
    const { conflicts } = openingOf({
      ...of,
      mode: 'edit',
      source,
      draft: { text: mine.text, base: older.text, savedAt },
    });
    expect(conflicts).toEqual([
      {
        path: ['spec', 'size'],
        base: 'medium',
        mine: 'small',
        theirs: 'large',
      },
    ]);
  });
});
