import type { PromiseDescription } from '../api';
import type { KubeObject } from '../kube';
import { aCrd, aPromise } from '../testing';
import { promiseDetailView } from './promiseDetailView';
import { promiseView } from './promiseView';

const description: PromiseDescription = {
  label: 'available',
  tone: 'ok',
  causes: [],
  flags: [],
  requirements: [],
  requestable: true,
};

function detailOf(
  promise: KubeObject,
  more: { crds?: KubeObject[]; forAuthor?: boolean } = {},
) {
  const view = promiseView({
    platform: 'eu',
    promise,
    description,
    promiseNames: new Set(),
    reportsHealth: false,
    annotationPrefix: 'px/',
  });
  return promiseDetailView({
    view,
    description,
    freshness: { platform: 'eu', title: 'EU', label: 'connected' },
    promise,
    promises: [promise],
    destinations: [],
    annotationPrefix: 'px/',
    forAuthor: false,
    ...more,
  });
}

const annotated = (annotations: Record<string, string>) =>
  aPromise({ annotations });

const withApi = (change: (api: Record<string, unknown>) => object) => {
  const promise = aPromise();
  const api: Record<string, unknown> = Object(promise.spec).api;
  return aPromise({ spec: { api: change(api) } });
};

/** Its own API with another schema, or none. */
const withSchema = (schema?: object) =>
  withApi(api => {
    const spec = Object(api.spec);
    const [version] = spec.versions;
    const { schema: _gone, ...rest } = version;
    return {
      ...api,
      spec: {
        ...spec,
        versions: [
          { ...rest, ...(schema && { schema: { openAPIV3Schema: schema } }) },
        ],
      },
    };
  });

describe('the schema', () => {
  const live = aCrd();

  it('is the Promise’s own, though the cluster has another', () => {
    const mine = { type: 'object', description: 'mine' };
    expect(detailOf(withSchema(mine), { crds: [live] }).schema).toEqual(mine);
  });

  it.each([
    ['where its own API has none', withSchema()],
    ['where its own API can’t be read', withApi(() => ({ kind: 'ConfigMap' }))],
  ])('is the cluster’s %s', (_where, promise) => {
    const detail = detailOf(promise, { crds: [live] });
    expect(detail.fields).not.toEqual([]);
    expect(detail.api).toMatchObject({ crd: live.metadata.name });
    expect(detailOf(promise).schema).toBeUndefined();
  });

  it('is never that of another Promise', () => {
    const crds = [aCrd('kafka')];
    expect(detailOf(withSchema(), { crds }).schema).toBeUndefined();
  });

  it('is none where the Promise offers no API, whatever is left of an old one', () => {
    const promise = aPromise({ spec: { api: undefined } });
    expect(detailOf(promise, { crds: [live] }).schema).toBeUndefined();
  });
});

describe('the author’s example', () => {
  const example = (text: string) =>
    detailOf(annotated({ 'px/example': text })).examples?.author;

  it('is shown as it was written when it is a whole request', () => {
    const text = 'kind: Redis\n# large is dear\nspec: { size: small }\n';
    expect(example(text)).toBe(text);
  });

  it('becomes a whole request when it is the fields alone', () => {
    expect(example('# why\nspec:\n  size: small')).toBe(
      [
        'apiVersion: demo.kratix-portal.io/v1',
        'kind: Redis',
        'metadata:',
        '  name: example',
        '  namespace: default',
        '# why',
        'spec:',
        '  size: small',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['no YAML', 'a: ['],
    ['no map', '- a'],
    ['several documents', 'a: 1\n---\nb: 2'],
    ['of another kind', 'kind: Kafka\nspec: {}'],
    ['nothing', ''],
    ['a whole book', `spec: { a: ${'x'.repeat(70_000)} }`],
  ])('is left out where it is %s', (_what, text) => {
    expect(example(text)).toBeUndefined();
  });
});

describe('what the author says of the form', () => {
  it('is handed on as it is', () => {
    const text = 'spec.size: { title: How big, "$where": no }';
    expect(detailOf(annotated({ 'px/form': text })).hints).toEqual({
      'spec.size': { title: 'How big', $where: 'no' },
    });
    expect(detailOf(aPromise())).not.toHaveProperty('hints');
  });

  it('that can’t be read is told to the author, and to nobody else', () => {
    const promise = annotated({ 'px/form': 'spec: [' });
    const { notes, formFields } = detailOf(promise, { forAuthor: true });
    expect(formFields).toEqual({
      shown: expect.any(Number),
      asYaml: expect.any(Number),
      hidden: 0,
    });
    expect(notes).toContainEqual({
      level: 'author-mistake',
      pointer: '',
      text: expect.stringContaining('px/form'),
    });
    expect(detailOf(promise)).not.toHaveProperty('notes');
    expect(detailOf(promise)).not.toHaveProperty('formFields');
  });

  it('is followed by what the form simplified', () => {
    const promise = withSchema({
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            any: { 'x-kubernetes-preserve-unknown-fields': true },
            size: { type: 'string', enum: ['a'], default: 'b' },
          },
        },
      },
    });
    const { notes } = detailOf(promise, { forAuthor: true });
    expect(notes).toMatchObject([
      {
        level: 'author-mistake',
        pointer: '/properties/spec/properties/size',
      },
      { level: 'simplified', pointer: '/properties/spec/properties/any' },
    ]);
  });
});

describe('what a request gives back', () => {
  it('is what the author names, if there is something to request', () => {
    const promise = annotated({ 'px/outputs': 'url=Address, secretName' });
    expect(detailOf(promise).outputs).toEqual(['Address', 'Secret name']);
    const software = aPromise({
      ...promise.metadata,
      spec: { api: undefined },
    });
    expect(detailOf(software).outputs).toEqual([]);
  });

  it('is what the schema declares, where nobody names it', () => {
    const schema = { properties: { status: { properties: { url: {} } } } };
    expect(detailOf(withSchema(schema)).outputs).toEqual(['URL']);
    expect(detailOf(aPromise()).outputs).toEqual([]);
  });
});
