import type {
  DestinationFacts,
  KubeObject,
  PlatformFacts,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { subjectTerm } from '../activity/eventTerms';
import { kratixGroup } from '../cache/watchedKinds';
import { keyOf } from '../cache/kindStore';
import type { PlatformStore } from '../cache/platformStore';
import { watchedKindKeys } from '../cache/watchedKinds';
import { storeOfDestination } from './placementTerms';

/** The input of `describeDestination` from what the cache holds. @internal */
export function joinDestination(
  store: PlatformStore,
  name: string,
  platform: PlatformFacts,
): DestinationFacts | undefined {
  const destination = store.get(watchedKindKeys.destinations, keyOf('', name));
  const placements = store.readable('placementsByDestination', name);
  // Placements may outlive their Destination, which is worth a description.
  if (!destination && !placements?.length) return undefined;
  return {
    destination,
    stateStore: destination && stateStoreOf(store, destination),
    placements,
    events: store.readable(
      'eventsBySubject',
      subjectTerm({
        group: kratixGroup,
        kind: 'Destination',
        namespace: '',
        name,
      }),
    ),
    platform,
  };
}

function stateStoreOf(store: PlatformStore, destination: KubeObject) {
  const [kind, name] = storeOfDestination(destination)?.split('/') ?? [];
  if (!name) return undefined;
  const plural =
    kind === 'GitStateStore' ? 'gitstatestores' : 'bucketstatestores';
  return store.get(watchedKindKeys[plural], keyOf('', name));
}
