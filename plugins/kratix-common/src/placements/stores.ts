import type { StoreLabel } from '../api';
import {
  conditionOf,
  textAt,
  type KubeCondition,
  type KubeObject,
} from '../kube';

/** The state store that a Destination names. @public */
export function storeRefOf(
  destination: KubeObject | undefined,
): { kind: string; name: string } | undefined {
  const name = textAt(destination, 'spec', 'stateStoreRef', 'name');
  if (!name) return undefined;
  const kind = textAt(destination, 'spec', 'stateStoreRef', 'kind');
  return { kind: kind ?? 'BucketStateStore', name };
}

/** @public */
export function storeOf(
  destination: KubeObject | undefined,
  stores: readonly KubeObject[] | undefined,
): KubeObject | undefined {
  const ref = storeRefOf(destination);
  if (!ref || !stores) return undefined;
  return stores.find(
    store =>
      store.kind === ref.kind && textAt(store, 'metadata', 'name') === ref.name,
  );
}

/** How a state store was at its last check; not a live probe. @public */
export function storeState(store: KubeObject | undefined): {
  label: StoreLabel;
  condition?: KubeCondition;
} {
  const condition = conditionOf(store, 'Ready');
  if (condition?.status === 'True') return { label: 'ready', condition };
  if (!condition) {
    const status = textAt(store, 'status', 'status');
    if (status === 'Ready') return { label: 'ready' };
    return { label: status === 'NotReady' ? 'not-ready' : 'not-checked' };
  }
  if (condition.reason === 'SecretNotFound') {
    return { label: 'credentials-missing', condition };
  }
  if (condition.reason === 'ErrorValidatingPermissions') {
    return { label: 'refused', condition };
  }
  return { label: 'not-ready', condition };
}
