import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aDestination,
  aPipeline,
  aPromise,
  aSimulation,
} from '../simulator/testing/simulation';
import { KubeStatusError } from '../store';

const api = (
  change: Record<string, unknown>,
  name = 'databases.demo.example.org',
) => {
  const promise = aPromise();
  const { api: given } = promise.spec as {
    api: { spec: Record<string, unknown> };
  };
  return {
    api: { ...given, metadata: { name }, spec: { ...given.spec, ...change } },
  };
};

const workflows = (...configure: object[]) => ({
  workflows: { resource: { configure } },
});

/** The code and message of a refusal. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof KubeStatusError) {
      return `${error.code} ${error.message}`;
    }
    throw error;
  }
  return 'accepted';
}

const denied =
  'admission webhook "validate-promise.kratix.io" denied the request: ';

describe('what Kratix refuses of a Promise', () => {
  it.each([
    [
      'a cluster-scoped API',
      api({ scope: 'Cluster' }),
      `403 ${denied}promise api needs to be namespace scoped; spec.api.spec.scope cannot be: Cluster`,
    ],
    [
      'two pipelines of one name',
      workflows(aPipeline('a', ['x']), aPipeline('a', ['y'])),
      `403 ${denied}duplicate pipeline name "a" in workflow "resource" action "configure"`,
    ],
    [
      'a pipeline with a field that is none',
      workflows({ ...aPipeline('a', ['x']), foo: 1 }),
      `403 ${denied}failed parsing resource.configure pipeline: failed unmarshalling pipeline a: json: unknown field "foo"`,
    ],
    [
      'something that is no CRD',
      { api: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } } },
      `500 ${denied}panic: runtime error: index out of range [0] with length 0 [recovered]`,
    ],
  ])('%s', (_what, spec, expected) => {
    const { store } = aSimulation();
    expect(refusal(() => store.create(aPromise({ spec })))).toBe(expected);
  });

  it('a pipeline whose account would have too long a name', () => {
    const { store } = aSimulation();
    const spec = workflows(aPipeline('p'.repeat(40), ['x']));
    expect(refusal(() => store.create(aPromise({ spec })))).toMatch(
      /^403 .*cannot be longer than 60 characters in total$/,
    );
  });

  it('a schema that the API server would refuse, with its words', () => {
    const { store } = aSimulation();
    const version = {
      name: 'v1',
      served: true,
      storage: true,
      schema: {
        openAPIV3Schema: {
          type: 'object',
          properties: { spec: { type: 'strin' } },
        },
      },
    };
    const spec = api({ versions: [version] });
    expect(refusal(() => store.create(aPromise({ spec })))).toMatch(
      /^422 admission webhook "validate-promise.kratix.io" denied the request: CustomResourceDefinition.*strin/s,
    );
  });

  it.each([
    [
      'another kind',
      api({ names: { kind: 'Bank', plural: 'banks', singular: 'bank' } }),
      'spec.api.spec.names',
    ],
    ['no API any more', { api: undefined }, 'promise does not contain an API'],
  ])('an update to %s', (_what, spec, expected) => {
    const { store, now, pass } = aSimulation();
    store.create(aPromise());
    pass(2);
    const installed = now(aPromise()) as KubeObject;
    const update = () =>
      store.update({
        ...installed,
        spec: { ...(installed.spec as object), ...spec },
      });
    expect(refusal(update)).toContain(expected);
  });

  it('but it only warns of what is not there yet', () => {
    const { store } = aSimulation();
    const warnings: string[] = [];
    const spec = { requiredPromises: [{ name: 'cache', version: 'v1' }] };
    store.create(aPromise({ spec }), {
      onWarning: text => warnings.push(text),
    });
    expect(warnings).toEqual([
      'Required Promise "cache" at version "v1" not installed',
      'Promise will not be available until the above issue(s) is resolved',
    ]);
  });
});

describe('what Kratix refuses besides', () => {
  const release = (url: string, version = 'v1.0.0'): KubeObject => ({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'PromiseRelease',
    metadata: { name: 'database' },
    spec: { version, sourceRef: { type: 'http', url } },
  });
  const unversioned = { ...aPromise(), metadata: { name: 'database' } };
  const sources = (url: string) =>
    ({
      'https://x/promise': JSON.stringify(aPromise()),
      'https://x/unversioned': JSON.stringify(unversioned),
      'https://x/other': 'kind: ConfigMap',
    }[url]);

  it.each([
    [
      'nothing there',
      'https://x/none',
      /failed to fetch promise: failed to get url/,
    ],
    ['no Promise there', 'https://x/other', /found object of kind: ConfigMap/],
  ])('a release of %s', (_what, url, expected) => {
    const { store } = aSimulation({ sources });
    expect(refusal(() => store.create(release(url)))).toMatch(expected);
  });

  it('a release may lack a version, with a warning', () => {
    const { store, condition, pass } = aSimulation({ sources });
    const warnings: string[] = [];
    const wanted = release('https://x/unversioned');
    store.create(wanted, { onWarning: text => warnings.push(text) });
    expect(warnings[0]).toContain('version label (kratix.io/promise-version)');
    pass(5);
    expect(condition(wanted, 'Installed')).toBe('False/VersionLabelNotFound');
  });

  it('a second Destination with the path of another', () => {
    const { store } = aSimulation();
    const copy = aDestination('copy', {}, { spec: { path: 'worker-1' } });
    expect(refusal(() => store.create(copy))).toContain(
      "destination path 'worker-1' already exists for state store 'default'",
    );
  });

  it('the deletion of the latest revision by a person', () => {
    const { store, pass } = aSimulation();
    store.create(aPromise());
    pass(2);
    const remove = () =>
      store.delete('platform.kratix.io', 'promiserevisions', 'database-2888c');
    expect(refusal(remove)).toContain(
      '403 admission webhook "validate-promiserevision.kratix.io" denied the request: can not delete the latest PromiseRevision',
    );
  });
});
