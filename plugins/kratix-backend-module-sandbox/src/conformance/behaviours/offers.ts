import {
  stringifyExact,
  parseExact,
  type KubeObject,
  type MarketplaceListing,
} from '@kratix-portal/backstage-plugin-kratix-common';
import assert from 'node:assert/strict';
import {
  embeddedReading,
  sharedReading,
  withoutShared,
} from '../../marketplace/testing';
import { requestDefinition } from '../../promises';
import type { PromiseObject } from '../../simulator/kratixObjects';
import type { Behaviour, ConformanceWorld } from '../types';
import { warningsOf } from '../warnings';

const kratix = '/apis/platform.kratix.io/v1alpha1';
const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

const shared = sharedReading();
if (!shared) process.stdout.write(`${withoutShared}\n`);

const cases = [
  ...embeddedReading().listings.map(listing => ({ of: 'sandbox', listing })),
  ...(shared?.listings ?? []).map(listing => ({ of: 'Kratix', listing })),
];

const plain = (value: unknown): unknown => parseExact(stringifyExact(value));

async function rehearse({ call }: ConformanceWorld, at: string, body: object) {
  const answer = await call({ method: 'POST', path: `${at}?dryRun=All`, body });
  return { ...answer, warnings: warningsOf(answer.headers.warning) };
}

/** Null in metadata is absent, also in that of an API within. */
function asKept({ spec }: KubeObject): unknown {
  const { api, ...more } = spec as { api?: KubeObject };
  if (!api) return plain(more);
  const metadata = Object.entries(api.metadata).filter(
    ([, value]) => value !== null,
  );
  return plain({
    ...more,
    api: { ...api, metadata: Object.fromEntries(metadata) },
  });
}

function releaseOf({ name, releases }: MarketplaceListing) {
  return releases.map(({ url, version }) => ({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'PromiseRelease',
    metadata: { name },
    spec: { version, sourceRef: { type: 'http', url } },
  }));
}

/** What marketplaces offer, tried on the API server. @internal */
export const offers: Behaviour[] = cases.map(({ of, listing }) => ({
  name: `marketplace of Kratix or the sandbox: ${of}'s ${listing.entry} can be installed`,
  async run(world) {
    const { promise } = listing;
    const taken = await rehearse(world, `${kratix}/promises`, promise);
    assert.equal(taken.code, 201, taken.text);
    assert.deepEqual(taken.warnings, []);
    assert.deepEqual(plain(taken.body.spec), asKept(promise));
    for (const release of releaseOf(listing)) {
      const answer = await rehearse(
        world,
        `${kratix}/promisereleases`,
        release,
      );
      assert.equal(answer.code, 201, answer.text);
      assert.deepEqual(answer.warnings, []);
    }
    // What authors wrote is read by Kratix before, in whatever way they did.
    const definition = requestDefinition(promise as PromiseObject);
    if (!definition) return;
    const api = await rehearse(world, crds, definition);
    assert.equal(api.code, 201, api.text);
  },
}));
