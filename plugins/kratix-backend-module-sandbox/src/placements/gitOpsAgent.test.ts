import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aDestination,
  aPipeline,
  aPromise,
  aRequest,
  aSimulation,
} from '../simulator/testing/simulation';
import { steering } from '../pipelines';

const stackApi = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'stacks.demo.example.org' },
  spec: {
    group: 'demo.example.org',
    scope: 'Namespaced',
    names: { kind: 'Stack', plural: 'stacks', singular: 'stack' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: { database: { type: 'string' } },
              },
            },
          },
        },
      },
    ],
  },
};

const output = `
apiVersion: demo.example.org/v1
kind: Database
metadata:
  name: \${name}-db
  namespace: \${namespace}
  labels: { kratix.io/component-of-resource-name: "\${name}" }
  annotations: { ${steering.onlyIf}: spec.database }
spec: { size: "\${spec.database}" }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: \${name}, namespace: \${namespace} }
`;

function aCompound(agent: boolean) {
  const simulation = aSimulation();
  const { store, pass } = simulation;
  const annotations = agent ? { [steering.gitOps]: 'true' } : undefined;
  store.create(
    aDestination('platform', { environment: 'platform' }, { annotations }),
  );
  store.create(aPromise());
  const pipeline = aPipeline('compose', ['render']);
  const [container] = pipeline.spec.containers;
  const steered = {
    ...container,
    env: [{ name: steering.env.output, value: output }],
  };
  store.create({
    ...aPromise({
      spec: {
        api: stackApi,
        destinationSelectors: [{ matchLabels: { environment: 'platform' } }],
        workflows: {
          resource: {
            configure: [{ ...pipeline, spec: { containers: [steered] } }],
          },
        },
      },
    }),
    metadata: { name: 'stack' },
  });
  pass(3);
  const request = (name: string, database?: string): KubeObject => ({
    ...aRequest({ name }),
    kind: 'Stack',
    spec: { ...(database && { database }) },
  });
  const child = (name: string) =>
    store.get('demo.example.org', 'databases', name, 'default');
  return { ...simulation, request, child };
}

describe('the agent of a Destination that is the platform itself', () => {
  it('applies the requests among the files, and these alone', () => {
    const { store, pass, request, child } = aCompound(true);
    store.create(request('shop', 'large'));
    pass(10);
    expect(child('shop-db')).toMatchObject({
      metadata: { labels: { 'kratix.io/component-of-resource-name': 'shop' } },
      spec: { size: 'large' },
    });
    expect(child('shop-db')?.metadata.annotations).toBeUndefined();
    expect(store.get('', 'configmaps', 'shop', 'default')).toBeUndefined();
  });

  it('leaves out what the request does not ask for', () => {
    const { store, pass, request, child } = aCompound(true);
    store.create(request('shop'));
    pass(10);
    expect(child('shop-db')).toBeUndefined();
  });

  it('follows an edit, and prunes with the parent', () => {
    const { store, pass, request, child, now } = aCompound(true);
    const shop = request('shop', 'large');
    store.create(shop);
    pass(10);
    const current = now(shop) as KubeObject;
    store.update({ ...current, spec: { database: 'small' } });
    pass(10);
    expect(child('shop-db')?.spec).toEqual({ size: 'small' });
    store.delete('demo.example.org', 'stacks', 'shop', 'default');
    pass(20);
    expect(now(shop)).toBeUndefined();
    expect(child('shop-db')).toBeUndefined();
  });

  it('is not everywhere', () => {
    const { store, pass, request, child } = aCompound(false);
    store.create(request('shop', 'large'));
    pass(10);
    expect(child('shop-db')).toBeUndefined();
  });
});
