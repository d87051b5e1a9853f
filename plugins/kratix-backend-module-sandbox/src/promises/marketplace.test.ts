import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import {
  aDestination,
  aPromise,
  aSimulation,
  type Simulation,
} from '../simulator/testing/simulation';
import type { PromiseObject } from '../simulator/kratixObjects';

const home = resolve(__dirname, '../../../../../shared/kratix/marketplace');

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const inner = readdirSync(folder)
    .filter(one => !one.startsWith('.'))
    .map(one => join(folder, one))
    .filter(one => statSync(one).isDirectory())
    .flatMap(foldersIn);
  const own = existsSync(join(folder, 'promise.yaml')) ? [folder] : [];
  return [...own, ...inner];
}

const read = (path: string): KubeObject[] =>
  parseAllDocuments(readFileSync(path, 'utf8'))
    .map(one => one.toJS() as KubeObject | null)
    .filter((one): one is KubeObject => Boolean(one?.kind));

const promiseIn = (folder: string) =>
  read(join(folder, 'promise.yaml'))[0] as PromiseObject;

/** As kubectl does where the file names no namespace. */
const requestsIn = (folder: string) => {
  const path = join(folder, 'resource-request.yaml');
  return existsSync(path)
    ? read(path).map(one => ({
        ...one,
        metadata: { namespace: 'default', ...one.metadata },
      }))
    : [];
};

const folders = foldersIn(home);
const named = folders.map(one => [relative(home, one), one] as const);
const promises = folders.map(promiseIn);

function aMarketplace(): Simulation {
  const simulation = aSimulation();
  simulation.store.create(
    aDestination('platform', { environment: 'platform' }),
  );
  return simulation;
}

/** Installs what the marketplace has of a Promise's requirements. */
function installRequirements({ store }: Simulation, { spec }: PromiseObject) {
  return (spec.requiredPromises ?? []).filter(({ name, version }) => {
    const found = promises.find(
      one =>
        one.metadata.name === name &&
        (!version ||
          one.metadata.labels?.['kratix.io/promise-version'] === version),
    );
    if (found) store.create(found);
    return !found;
  });
}

(folders.length > 0 ? describe : describe.skip)(
  'Promises of the marketplace (needs ../shared beside the checkout)',
  () => {
    it.each(named)(
      '%s becomes Available or says what it lacks',
      (_, folder) => {
        const simulation = aMarketplace();
        const promise = promiseIn(folder);
        const missing = installRequirements(simulation, promise);
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

    it.each(named.filter(([, folder]) => requestsIn(folder).length > 0))(
      'a request of %s is Reconciled once all is there',
      (_, folder) => {
        const simulation = aMarketplace();
        const { store } = simulation;
        const promise = promiseIn(folder);
        const missing = installRequirements(simulation, promise);
        store.create(promise);
        simulation.pass(10);
        const requests = requestsIn(folder);
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

    it('refuses the template, whose names are missing', () => {
      const { store } = aMarketplace();
      const template = promiseIn(join(home, '.template-promise'));
      expect(() => store.create(template)).toThrow(/required|invalid/i);
    });

    it('finds a good part of it', () => {
      expect(folders.length).toBeGreaterThanOrEqual(13);
    });
  },
);
