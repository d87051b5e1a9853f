import {
  kratixLabels,
  readMarketplace,
  type KubeObject,
  type MarketplaceListing,
  type MarketplaceReading,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { MarketplaceSourceReading } from '@kratix-portal/backstage-plugin-kratix-node';
import { packagedSource } from '../packaged';
import { aDestination, aSimulation } from '../simulator/testing/simulation';
import { readEmbedded } from './embeddedSource';

const prefix = 'kratix-portal.io/';

/** All labels that a Promise of ours asks for. */
function anEmptyPlatform() {
  const simulation = aSimulation({ sources: packagedSource });
  const { store } = simulation;
  store.create(
    aDestination(
      'platform',
      { environment: 'platform' },
      { annotations: { 'sandbox.kratix-portal.io/gitops': 'true' } },
    ),
  );
  store.create(
    aDestination('edge', {
      zone: 'edge',
      shared: 'messaging',
      telemetry: 'enabled',
    }),
  );
  simulation.pass(5);
  return simulation;
}

/** Those that need nothing first, then those that need them. */
const inOrder = (listings: MarketplaceListing[]) =>
  [...listings].sort((a, b) => a.requires.length - b.requires.length);

const releaseOf = ({ releases: [release], name }: MarketplaceListing) =>
  release && {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'PromiseRelease',
    metadata: { name },
    spec: {
      version: release.version,
      sourceRef: { type: 'http', url: release.url },
    },
  };

describe('the marketplace that comes with the sandbox', () => {
  let source: Pick<MarketplaceSourceReading, 'files' | 'images'>;
  let reading: MarketplaceReading;

  beforeAll(async () => {
    source = await readEmbedded();
    reading = readMarketplace(source.files, {
      annotationPrefix: prefix,
      images: source.images.map(one => one.path),
    });
  });

  it('offers a dozen Promises, none of them broken', () => {
    expect(reading.listings.length).toBeGreaterThanOrEqual(12);
    expect(reading.broken).toEqual([]);
    expect(reading.findings).toEqual([]);
  });

  it('gives no reason for a warning', () => {
    const findings = reading.listings.flatMap(one => one.findings);
    expect(findings.filter(one => one.severity !== 'note')).toEqual([]);
    expect(findings.map(one => one.path)).toEqual(['ci-runner/promise.yaml']);
  });

  it('tells of each what it is, with README, logo and documentation', () => {
    for (const listing of reading.listings) {
      const { annotations = {} } = listing.promise.metadata;
      expect(annotations).toMatchObject({
        [`${prefix}title`]: listing.title,
        [`${prefix}summary`]: listing.summary,
        [`${prefix}category`]: listing.category,
        [`${prefix}owner`]: expect.stringMatching(/^group:/),
        [`${prefix}docs`]: expect.stringContaining('\n'),
      });
      expect(listing.readme).toBe(`${listing.folder}/README.md`);
      expect(listing.logo).toBe(`${listing.folder}/logo.svg`);
    }
  });

  it('has every image that a README shows, and some do', () => {
    const shown = reading.listings.flatMap(one => one.readmeImages);
    expect(shown.length).toBeGreaterThanOrEqual(2);
    const there = source.images.map(one => one.path);
    expect(there).toEqual(expect.arrayContaining(shown));
  });

  it('has images without scripts, links or anything from elsewhere', () => {
    for (const { path, data } of source.images) {
      const text = data.toString();
      expect([path, text.startsWith('<svg xmlns=')]).toEqual([path, true]);
      expect(text).not.toMatch(/script|href|url\(|on\w+=|<style|@import/i);
    }
  });

  it('has an example for each that can be requested', () => {
    for (const { api, examples, name } of reading.listings) {
      expect([name, examples.length]).toEqual([name, api ? 1 : 0]);
    }
  });

  it('has at each public address what it lists there', () => {
    const promises = source.files.filter(({ path }) =>
      path.endsWith('/promise.yaml'),
    );
    for (const { publicUrl = '', path } of promises) {
      const listing = reading.listings.find(one => one.path === path);
      const fetched = JSON.parse(packagedSource(publicUrl) ?? '{}');
      expect(fetched).toEqual(JSON.parse(JSON.stringify(listing?.promise)));
    }
  });

  it('has releases that name the version and the address', () => {
    const versioned = reading.listings.filter(one => one.releases.length > 0);
    expect(versioned.length).toBeGreaterThanOrEqual(6);
    for (const { releases, version, folder } of versioned) {
      const url = `https://promises.sandbox.invalid/${folder}.yaml?${version}`;
      const path = `${folder}/promise-release.yaml`;
      expect(releases).toEqual([{ path, url, version }]);
    }
  });

  it('requires what it offers, at the versions that it has', () => {
    const versions = new Map(
      reading.listings.map(one => [one.name, one.version]),
    );
    const required = reading.listings.flatMap(one => one.requires);
    expect(required.length).toBeGreaterThanOrEqual(4);
    for (const { name, version } of required) {
      expect([name, versions.get(name)]).toEqual([name, version]);
    }
  });

  it('installs wholly on an empty platform, and every example becomes Ready', () => {
    const simulation = anEmptyPlatform();
    const { store } = simulation;
    const listings = inOrder(reading.listings);
    for (const { promise } of listings) {
      store.create(promise);
      simulation.pass(90);
      expect([promise.metadata.name, simulation.statusOf(promise)]).toEqual([
        promise.metadata.name,
        expect.objectContaining({ status: 'Available' }),
      ]);
    }
    const requests: KubeObject[] = listings.flatMap(({ examples }) =>
      examples.map(one => one.object),
    );
    requests.forEach(one => store.create(one));
    simulation.pass(300);
    for (const request of requests) {
      const states = ['Reconciled', 'WorksSucceeded'].map(type =>
        simulation.condition(request, type),
      );
      expect([request.kind, ...states]).toEqual([
        request.kind,
        'True/Reconciled',
        'True/WorksSucceeded',
      ]);
    }
    expect(simulation.errors).toEqual([]);
  });

  it('installs by PromiseRelease, too', () => {
    const simulation = anEmptyPlatform();
    for (const listing of inOrder(reading.listings)) {
      const release = releaseOf(listing);
      if (!release) continue;
      simulation.store.create(release);
      simulation.pass(90);
      expect([release.metadata.name, simulation.statusOf(release)]).toEqual([
        release.metadata.name,
        expect.objectContaining({ status: 'Installed' }),
      ]);
      const { promise, version } = listing;
      expect(simulation.now(promise)?.metadata.labels).toMatchObject({
        [kratixLabels.promiseVersion]: version,
        'kratix.io/promise-release-name': listing.name,
      });
      expect(simulation.statusOf(promise)).toMatchObject({
        status: 'Available',
      });
    }
    expect(simulation.errors).toEqual([]);
  });
});
