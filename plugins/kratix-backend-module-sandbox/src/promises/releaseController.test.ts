import { stringify } from 'yaml';
import { aPromise, aSimulation } from '../simulator/testing/simulation';

const url = 'https://promises.example.org/database.yaml';
const kratix = 'platform.kratix.io';
const release = {
  apiVersion: `${kratix}/v1alpha1`,
  kind: 'PromiseRelease',
  metadata: { name: 'database' },
  spec: { version: 'v1.0.0', sourceRef: { type: 'http', url } },
};

/** A platform to whom the address answers, or does not. */
function aPlatform() {
  const address = { answers: true };
  const simulation = aSimulation({
    sources: asked =>
      address.answers && asked === url ? stringify(aPromise()) : undefined,
  });
  const promise = () => simulation.store.get(kratix, 'promises', 'database');
  return { ...simulation, address, promise };
}

it('an address that answers no more is asked again after a minute', () => {
  const { store, pass, address, promise, condition, statusOf } = aPlatform();
  store.create(release);
  address.answers = false;
  pass(10);
  expect(condition(release, 'Installed')).toBe('False/FailedToFetchPromise');
  expect(statusOf(release).status).toBe('Error installing');
  expect(promise()).toBeUndefined();

  address.answers = true;
  pass(40);
  expect(promise()).toBeUndefined();
  pass(20);
  expect(condition(release, 'Installed')).toBe('True/InstalledSuccessfully');
  expect(promise()?.metadata.labels).toMatchObject({
    'kratix.io/promise-release-name': 'database',
    'kratix.io/promise-version': 'v1.0.0',
  });
});

it('a release goes after its Promise, not before', () => {
  const { store, pass, now, promise, errors } = aPlatform();
  store.create(release);
  pass(60);
  expect(promise()).toBeDefined();
  store.delete(kratix, 'promisereleases', 'database');
  pass(2);
  expect(promise()?.metadata.deletionTimestamp).toBeDefined();
  expect(now(release)?.metadata.finalizers).toHaveLength(1);
  pass(120);
  expect(promise()).toBeUndefined();
  expect(now(release)).toBeUndefined();
  expect(errors).toEqual([]);
});
