import type { KubeMetadata } from '@kratix-portal/backstage-plugin-kratix-common';
import { givenMetadata } from './givenMetadata';
import { generatedName, timestamp } from './metadata';
import type { KindInfo } from './types';

/** The metadata of a new object. @internal */
export function newMetadata(
  kind: KindInfo,
  given: KubeMetadata,
  { uid, now }: { uid: string; now: Date },
): KubeMetadata {
  const {
    // What only the server sets.
    deletionTimestamp: _deletion,
    deletionGracePeriodSeconds: _grace,
    resourceVersion: _version,
    generation: _generation,
    ...kept
  } = givenMetadata(given);
  const { generateName } = kept;
  const generated =
    typeof generateName === 'string' ? generatedName(generateName) : '';
  const name = kept.name || generated;
  const isNamespace = kind.group === '' && kind.kind === 'Namespace';
  return {
    ...kept,
    name,
    ...(isNamespace && {
      labels: { ...kept.labels, 'kubernetes.io/metadata.name': name },
    }),
    uid,
    creationTimestamp: timestamp(now),
    ...(kind.hasGeneration && { generation: 1 }),
    ...(kind.namespaced ? {} : { namespace: undefined }),
  };
}

/** What was given, but for what only the server sets. @internal */
export function keptMetadata(
  given: KubeMetadata,
  previous: KubeMetadata,
): KubeMetadata {
  return {
    ...givenMetadata(given),
    name: previous.name,
    namespace: previous.namespace,
    uid: previous.uid,
    generation: previous.generation,
    creationTimestamp: previous.creationTimestamp,
    deletionTimestamp: previous.deletionTimestamp,
    deletionGracePeriodSeconds: previous.deletionGracePeriodSeconds,
  };
}

/** Built-in kinds that begin with a status. @internal */
export function firstStatus({ group, kind }: KindInfo) {
  if (group !== '') return {};
  if (kind === 'Namespace') {
    return {
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    };
  }
  return kind === 'Pod' ? { status: { phase: 'Pending' } } : {};
}
