import type { AdmissionHook } from '../store';
import type { DestinationObject } from '../simulator/kratixObjects';
import type { World } from '../simulator/world';
import { storeOf } from './stateStores';

/** Kratix's webhook for Destinations (reference §6.5). @internal */
export function destinationWebhook(world: World): AdmissionHook {
  return {
    name: 'validate-destination.kratix.io',
    matches: ({ kind, operation, subresource }) =>
      kind.plural === 'destinations' && operation !== 'DELETE' && !subresource,
    review({ object }) {
      const destination = object as DestinationObject;
      const { path, stateStoreRef } = destination.spec;
      if (!stateStoreRef) return { denied: 'stateStoreRef must be set' };
      if (!path) return { denied: 'path is required' };
      const rival = world
        .destinations()
        .find(
          one =>
            one.metadata.name !== destination.metadata.name &&
            one.spec.path === path &&
            one.spec.stateStoreRef?.kind === stateStoreRef.kind &&
            one.spec.stateStoreRef.name === stateStoreRef.name,
        );
      if (rival) {
        return {
          denied: `destination path '${path}' already exists for state store '${stateStoreRef.name}'`,
        };
      }
      const { kind, name } = stateStoreRef;
      return storeOf(world, destination)
        ? {}
        : {
            warnings: [`Warning: referenced ${kind} "${name}" does not exist`],
          };
    },
  };
}
