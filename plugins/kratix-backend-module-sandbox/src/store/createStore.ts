import { MemoryStore } from './memoryStore';
import type { Store, StoreOptions } from './types';

/**
 * A store with the built-in kinds and the namespaces `default` and
 * `kube-system`. Kratix's kinds come by their CRDs.
 *
 * @public
 */
export function createStore(options?: StoreOptions): Store {
  return new MemoryStore(options);
}
