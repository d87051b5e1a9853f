import type {
  KubeObject,
  MarketplaceListing,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aDestination,
  aPromise,
  aSimulation,
  type Simulation,
} from '../simulator/testing/simulation';
import { parse } from 'yaml';
import { sharedReading, sharedTemplate, withoutShared } from './testing';

const reading = sharedReading();
if (!reading) process.stdout.write(`${withoutShared}\n`);

const listings = reading?.listings ?? [];
const named = listings.map(one => [one.entry, one] as const);

function aPlatform(): Simulation {
  const simulation = aSimulation();
  simulation.store.create(
    aDestination('platform', { environment: 'platform' }),
  );
  return simulation;
}

/** As kubectl does where the file names no namespace. */
const requestsOf = ({ examples }: MarketplaceListing): KubeObject[] =>
  examples.map(({ object }) => ({
    ...object,
    metadata: { namespace: 'default', ...object.metadata },
  }));

/** Installs what the marketplace has of the requirements; the rest is missing. */
function installRequirements(
  { store }: Simulation,
  { requires }: MarketplaceListing,
) {
  return requires.filter(({ name, version }) => {
    const found = listings.find(
      one => one.name === name && (!version || one.version === version),
    );
    if (found) store.create(found.promise);
    return !found;
  });
}

(reading ? describe : describe.skip)("Kratix's own marketplace", () => {
  it('is read as what it is: twelve and more, with an example each', () => {
    expect(reading?.broken).toEqual([]);
    expect(listings.length).toBeGreaterThanOrEqual(12);
    expect(listings.map(one => one.entry)).toEqual(
      expect.arrayContaining(['sql~aws', 'sql~azure', 'app-stack']),
    );
    const without = listings.filter(
      one => one.api && one.examples.length === 0,
    );
    expect(without.map(one => one.entry)).toEqual([]);
  });

  it('what authors begin with is refused until it has names', () => {
    const { store } = aPlatform();
    const template: KubeObject = parse(sharedTemplate() ?? 'kind: none');
    expect(template.kind).toBe('Promise');
    const kinds = store.kinds().length;
    expect(() => store.create(template)).toThrow(/name/);
    expect(store.list('platform.kratix.io', 'promises')).toEqual([]);
    expect(store.kinds()).toHaveLength(kinds);
  });

  it.each(named)(
    '%s becomes Available or says what it lacks',
    (_entry, listing) => {
      const simulation = aPlatform();
      const missing = installRequirements(simulation, listing);
      const { promise } = listing;
      simulation.store.create(promise);
      simulation.pass(150);
      const status = simulation.statusOf(promise);
      expect(simulation.errors).toEqual([]);
      expect(status.status).toBe(
        missing.length > 0 ? 'Unavailable' : 'Available',
      );
      const states = (status.requiredPromises ?? []) as {
        name: string;
        state: string;
      }[];
      for (const { name } of missing) {
        expect(states.find(one => one.name === name)?.state).toBe(
          'Requirement not installed',
        );
      }
    },
  );

  it.each(named.filter(([, one]) => one.examples.length > 0))(
    'a request of %s is Reconciled once all is there',
    (_entry, listing) => {
      const simulation = aPlatform();
      const { store } = simulation;
      const missing = installRequirements(simulation, listing);
      store.create(listing.promise);
      simulation.pass(10);
      const requests = requestsOf(listing);
      requests.forEach(one => store.create(one));
      simulation.pass(200);
      for (const request of missing.length > 0 ? requests : []) {
        expect(simulation.condition(request, 'PromiseAvailable')).toBe(
          'False/PromiseRequirementsNotInstalled',
        );
        expect(simulation.statusOf(request).message).toBe('Pending');
      }
      for (const { name, version } of missing) {
        expect(name).toBe('postgresql');
        const stand = aPromise({ version });
        store.create({ ...stand, metadata: { ...stand.metadata, name } });
      }
      simulation.pass(200);
      expect(simulation.errors).toEqual([]);
      for (const request of requests) {
        expect(simulation.condition(request, 'Reconciled')).toBe(
          'True/Reconciled',
        );
      }
    },
  );
});
