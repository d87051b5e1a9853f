import {
  apiOfCrd,
  compileSchema,
  formDataFromObject,
  formOf,
  isRecord,
  objectFromForm,
  parseExact,
  requestSample,
  stringifyExact,
  valueAt,
  type KubeObject,
  type SampleKind,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  handmadeSchemas,
  seedSchemas,
  sharedSchemas,
  type SchemaCase,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import assert from 'node:assert/strict';
import type { Behaviour, ConformanceWorld } from '../types';
import { crds } from './newKind';

/** Definitions that no API server takes, so that nothing can be requested. */
const refusedDefinitions = new Set([
  'bad-defaults v1',
  'missing-and-broken-schemas v1alpha1',
  'missing-and-broken-schemas v1alpha2',
  'missing-and-broken-schemas v1beta1',
  'missing-and-broken-schemas v10',
  'emissary-ingress_Mapping v1',
  'emissary-ingress_Mapping v2',
]);

const cases = [
  ...handmadeSchemas(),
  ...seedSchemas(),
  ...sharedSchemas(),
  // What marketplaces copy to begin with has no names yet.
].filter(({ crd }) => 'api' in apiOfCrd(crd));

/** What forms send is what arrives. @internal */
export const forms: Behaviour[] = cases.map((one, number) => ({
  name: `forms: what a form of ${one.name} holds arrives as it was meant`,
  async run(world) {
    const own = `f${number}.${world.namespace}.example.org`;
    const crd = definitionOf(one, pinnedGroup(one) ?? own);
    const made = await world.call({ method: 'POST', path: crds, body: crd });
    if (refusedDefinitions.has(one.name)) {
      assert.equal(made.code, 422, `${one.name} is taken all the same`);
      return;
    }
    assert.equal(made.code, 201, made.text);
    const itself = `${crds}/${crd.metadata.name}`;
    try {
      await submit(world, crd, 'minimal');
      await submit(world, crd, 'full');
    } finally {
      await world.call({ method: 'DELETE', path: itself });
    }
  },
}));

/** Some schemas say of what group their objects are. */
function pinnedGroup({ schema }: SchemaCase): string | undefined {
  const allowed = valueAt(schema, 'properties', 'apiVersion', 'enum');
  const [first]: unknown[] = Array.isArray(allowed) ? allowed : [];
  return typeof first === 'string' ? first.split('/')[0] : undefined;
}

/** Of one version and a group of its own, for requests in namespaces. */
function definitionOf(
  { crd, version, schema }: SchemaCase,
  group: string,
): KubeObject {
  const { names } = isRecord(crd.spec) ? crd.spec : { names: undefined };
  const { plural } = isRecord(names) ? names : { plural: undefined };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names,
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          ...(schema !== undefined && { schema: { openAPIV3Schema: schema } }),
        },
      ],
    },
  };
}

async function submit(
  { call, namespace, eventually }: ConformanceWorld,
  crd: KubeObject,
  kind: SampleKind,
): Promise<void> {
  const result = apiOfCrd({ ...crd });
  assert.ok('api' in result, `${crd.metadata.name} has no API`);
  const { api } = result;
  const { group, version, plural, schema = {} } = api;
  const path = `/apis/${group}/${version}/namespaces/${namespace}/${plural}`;
  await eventually(`${crd.metadata.name} is served`, async () => {
    const { code } = await call({ path });
    return code === 200;
  });
  const form = formOf(schema);
  const { check, shape } = compileSchema(schema);
  // With defaults, as the server will see it.
  const checkShaped = (object: unknown) => check(shape(object));
  const sample = withoutUnfit(
    requestSample(schema, kind, checkShaped),
    crd.metadata.name,
  );
  const fields = objectFromForm(form, formDataFromObject(form, sample));
  const envelope = {
    apiVersion: `${group}/${version}`,
    kind: api.kind,
    metadata: { name: `vm-${kind}`, namespace },
  };
  const meant = shape({ ...envelope, ...fields });
  // Leaving out what is as its default changes nothing.
  assert.deepEqual(plain(meant), plain(shape({ ...envelope, ...sample })));
  assert.deepEqual(check(meant), [], `${kind}: what a form would say`);
  const body = { ...envelope, ...fields };
  const answer = await call({ method: 'POST', path, body });
  assert.equal(answer.code, 201, `${kind}: ${answer.text}`);
  assert.deepEqual(fieldsOf(answer.body), fieldsOf(meant));
}

/**
 * A limit beyond int64 overflows in a server, where whole numbers are compared
 * with it: 2^64-1 becomes -2^63 on amd64, so that no value fits.
 */
function withoutUnfit(
  sample: Record<string, unknown>,
  definition: string,
): Record<string, unknown> {
  if (!definition.startsWith('bignumbers.') || !isRecord(sample.spec)) {
    return sample;
  }
  const { uint64: _nothingFits, ...spec } = sample.spec;
  return { ...sample, spec };
}

/** As it travels: own properties alone, whatever they are called. */
function plain(value: unknown): unknown {
  return parseExact(stringifyExact(value));
}

function fieldsOf(object: object): unknown {
  const { metadata: _byTheServer, ...fields } = { metadata: {}, ...object };
  return plain(fields);
}
