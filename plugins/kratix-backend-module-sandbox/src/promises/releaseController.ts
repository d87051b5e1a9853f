import {
  parseExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parseExactDocuments, withServedNumbers } from '../store';
import { withCondition } from '../simulator/conditions';
import {
  kratixApiVersion,
  kratixGroup,
  type PromiseObject,
  type ReleaseObject,
} from '../simulator/kratixObjects';
import { finalizer, label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import type { World } from '../simulator/world';

const fetchRetryMs = 60_000;
const goneRetryMs = 5000;

/** What lies at a release's URL, or what is wrong with it. @internal */
export type Fetched = { promise: KubeObject } | { problem: string };

/** Reads exactly one document, of kind Promise. @internal */
export function fetchPromise(
  sources: (url: string) => string | undefined,
  url: string,
): Fetched {
  const text = sources(url);
  if (text === undefined) {
    return { problem: `failed to get url: Get "${url}": no answer` };
  }
  // JSON is YAML too, and read many times faster as what it is.
  const documents = text.startsWith('{')
    ? [withServedNumbers(parseExact(text)) as KubeObject]
    : (parseExactDocuments(text) as (KubeObject | null)[]);
  const [promise] = documents;
  if (documents.length !== 1 || promise?.kind !== 'Promise') {
    const found = promise ? `object of kind: ${promise.kind}` : 'nothing';
    return { problem: `expected single Promise object but found ${found}` };
  }
  return { promise };
}

/** Installs and upgrades the Promise of a release (reference §12). @internal */
export function reconcileRelease(
  world: World,
  name: string,
): Outcome | undefined {
  const release = world.store.get(kratixGroup, 'promisereleases', name) as
    | ReleaseObject
    | undefined;
  if (!release) return undefined;
  const installed = world
    .promises()
    .find(one => one.metadata.labels?.[label.promiseReleaseName] === name);
  if (release.metadata.deletionTimestamp) {
    return remove(world, release, installed);
  }
  const { finalizers = [] } = release.metadata;
  if (!finalizers.includes(finalizer.promiseCleanup)) {
    world.writeMetadata(release, {
      finalizers: [...finalizers, finalizer.promiseCleanup],
    });
    return undefined;
  }
  const { version, sourceRef } = release.spec;
  const known = installed?.metadata.labels?.[label.promiseVersion];
  if (installed?.metadata.deletionTimestamp) return { afterMs: goneRetryMs };
  if (installed && version && known === version) {
    return write(
      world,
      release,
      'True',
      'InstalledSuccessfully',
      'Installed successfully',
    );
  }
  const fetched = fetchPromise(world.settings.sources, sourceRef?.url ?? '');
  if ('problem' in fetched) {
    const message = 'Failed to fetch Promise from URL';
    write(world, release, 'False', 'FailedToFetchPromise', message);
    return { afterMs: fetchRetryMs };
  }
  return install(world, release, fetched.promise, installed);
}

function install(
  world: World,
  release: ReleaseObject,
  fetched: KubeObject,
  installed: PromiseObject | undefined,
): Outcome | undefined {
  const found = fetched.metadata.labels?.[label.promiseVersion];
  const { version: wanted } = release.spec;
  if (!found) {
    const message = 'Version label not found on Promise';
    return write(world, release, 'False', 'VersionLabelNotFound', message);
  }
  if (wanted && wanted !== found) {
    const message = `Version labels do not match, found: ${found}, expected: ${wanted}`;
    return write(world, release, 'False', 'VersionNotMatching', message);
  }
  if (!wanted) {
    world.store.update({
      ...release,
      spec: { ...release.spec, version: found },
    });
    return undefined;
  }
  apply(world, release, fetched, installed);
  const message = 'Installed successfully';
  return write(world, release, 'True', 'InstalledSuccessfully', message);
}

/** Kratix writes it through its own types, which fill in empty parts. */
function apply(
  world: World,
  release: ReleaseObject,
  fetched: KubeObject,
  installed: PromiseObject | undefined,
) {
  const { name } = release.metadata;
  const { spec, metadata } = fetched as PromiseObject;
  const known = installed ?? world.promise(metadata.name);
  const labels = {
    ...known?.metadata.labels,
    ...metadata.labels,
    [label.promiseReleaseName]: name,
  };
  const annotations = {
    ...known?.metadata.annotations,
    ...metadata.annotations,
  };
  const { config = {}, promise = {}, resource = {} } = spec.workflows ?? {};
  const object = {
    apiVersion: kratixApiVersion,
    kind: 'Promise',
    spec: { ...spec, workflows: { config, promise, resource } },
  };
  if (known) {
    const merged = { ...known.metadata, labels, annotations };
    world.store.update({ ...known, ...object, metadata: merged });
    return;
  }
  const ownerReferences = [
    {
      apiVersion: kratixApiVersion,
      kind: 'PromiseRelease',
      name,
      uid: release.metadata.uid ?? '',
      controller: true,
      blockOwnerDeletion: true,
    },
  ];
  world.store.create({
    ...object,
    metadata: { name: metadata.name, labels, annotations, ownerReferences },
  });
}

function write(
  world: World,
  release: ReleaseObject,
  status: 'True' | 'False',
  reason: string,
  message: string,
): undefined {
  const written = world.writeStatus(release, {
    ...release.status,
    status: status === 'True' ? 'Installed' : 'Error installing',
    conditions: withCondition(
      release.status?.conditions,
      { type: 'Installed', status, reason, message },
      world.timestamp(),
    ),
  });
  if (written !== release && status === 'False') {
    world.event(written, {
      type: 'Warning',
      reason: 'Failed',
      message,
      reporter: 'PromiseReleaseController',
    });
  }
  return undefined;
}

function remove(
  world: World,
  release: ReleaseObject,
  installed: PromiseObject | undefined,
): Outcome | undefined {
  if (installed) {
    if (!installed.metadata.deletionTimestamp) world.delete(installed);
    return { afterMs: goneRetryMs };
  }
  world.dropFinalizer(release, finalizer.promiseCleanup);
  return undefined;
}
