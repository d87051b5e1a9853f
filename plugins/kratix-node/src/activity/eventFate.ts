import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { keyOf } from '../cache/kindStore';
import type { PlatformStore } from '../cache/platformStore';
import { kratixGroup, watchedKindKeys } from '../cache/watchedKinds';
import { isNoise, subjectOf } from './eventTerms';

/**
 * What becomes of an Event: those about what is held are kept, and a cluster
 * has many others. About a Job or a Pod that is not known it may be early.
 *
 * @internal
 */
export function eventFate(
  event: KubeObject,
  store: Pick<PlatformStore, 'get' | 'requestKinds'>,
): 'kept' | 'early' | 'dropped' {
  const subject = subjectOf(event);
  if (!subject || isNoise(event)) return 'dropped';
  const { group, kind, namespace, name } = subject;
  if (group === kratixGroup) return 'kept';
  const isKnown = (key: string) =>
    store.get(key, keyOf(namespace, name)) !== undefined;
  if (group === 'batch' && kind === 'Job') {
    return isKnown(watchedKindKeys.jobs) ? 'kept' : 'early';
  }
  if (group === '' && kind === 'Pod') {
    return isKnown(watchedKindKeys.pods) ? 'kept' : 'early';
  }
  return store
    .requestKinds()
    .some(one => one.group === group && one.kind === kind)
    ? 'kept'
    : 'dropped';
}
