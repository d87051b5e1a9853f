import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  ManagedKind,
  PatchOperation,
  PlatformWrites,
  WriteOptions,
  WrittenObject,
} from '../types';
import { watchedKinds } from '../cache/watchedKinds';
import type { RecordedWrite } from './fakePlatform';

interface Fake {
  find(what: ManagedKind, name: string): KubeObject | undefined;
  missing(): Error;
  taken(): Error;
  patched(
    object: KubeObject,
    patch: PatchOperation[],
    generation: number,
  ): KubeObject;
  record(write: RecordedWrite): void;
  apply(object: KubeObject): void;
  remove(object: KubeObject): void;
  warnings(): string[];
  now(): number;
}

/** Writes of Promises and PromiseReleases into memory. @internal */
export function createFakePromiseWrites(fake: Fake) {
  const mustHave = (what: ManagedKind, name: string): KubeObject => {
    const object = fake.find(what, name);
    if (!object) throw fake.missing();
    return object;
  };
  const create =
    (what: ManagedKind): PlatformWrites['createPromise'] =>
    async (object, { caller, dryRun = false }) => {
      fake.record({ verb: 'create', object, caller, dryRun });
      if (fake.find(what, object.metadata.name)) throw fake.taken();
      const { group, version, kind } = watchedKinds[what];
      const created: KubeObject = {
        ...object,
        apiVersion: `${group}/${version}`,
        kind,
        metadata: {
          generation: 1,
          creationTimestamp: new Date(fake.now()).toISOString(),
          ...object.metadata,
        },
      };
      if (!dryRun) fake.apply(created);
      return { object: created, warnings: fake.warnings() };
    };
  const change =
    (what: ManagedKind): PlatformWrites['patchPromise'] =>
    async (name, patch, options): Promise<WrittenObject> => {
      const { caller, dryRun = false, generation } = options;
      const object = mustHave(what, name);
      fake.record({ verb: 'patch', object, patch, caller, dryRun });
      const changed = fake.patched(object, patch, generation);
      if (!dryRun) fake.apply(changed);
      return { object: changed, warnings: fake.warnings() };
    };
  const remove =
    (what: ManagedKind) =>
    async (name: string, { caller, dryRun = false }: WriteOptions) => {
      const object = mustHave(what, name);
      fake.record({ verb: 'delete', object, caller, dryRun });
      if (!dryRun) fake.remove(object);
    };
  return {
    createPromise: create('promises'),
    createPromiseRelease: create('promisereleases'),
    patchPromise: change('promises'),
    patchPromiseRelease: change('promisereleases'),
    deletePromise: remove('promises'),
    deletePromiseRelease: remove('promisereleases'),
  };
}
