import {
  type KubeObject,
  kratixLabels,
  listAt,
  textAt,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** @internal */
export function promiseOfRevision(revision: KubeObject): string | undefined {
  return (
    textAt(revision, 'spec', 'promiseRef', 'name') ??
    revision.metadata.labels?.[kratixLabels.promiseName]
  );
}

/** @internal */
export function promiseOfLabel({ metadata }: KubeObject): string | undefined {
  return metadata.labels?.[kratixLabels.promiseName];
}

/** Names of the Promises that a Promise needs. @internal */
export function requirementsOf(promise: KubeObject): string[] {
  return listAt(promise, 'spec', 'requiredPromises').flatMap(
    required => textAt(required, 'name') ?? [],
  );
}
