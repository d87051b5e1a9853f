import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixGroup, type BindingObject } from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import { hasLabel, type World } from '../simulator/world';
import type { StoreChange } from '../store';
import { recordUpgradeRequested } from './bindingStatus';

const unversioned = 'not-set';

/**
 * Whether a change of a binding is one its controller looks at: another
 * version, or the wish to run again. Pure.
 *
 * @internal
 */
export function concernsBinding({ type, object, previous }: StoreChange) {
  if (type !== 'MODIFIED' || !previous) return type === 'ADDED';
  const asked = (one: KubeObject) => hasLabel(one, label.manualReconciliation);
  return (
    previous.metadata.generation !== object.metadata.generation ||
    (asked(object) && !asked(previous))
  );
}

/**
 * Moves requests to the version that their ResourceBinding asks for, by having
 * them reconciled (reference §11).
 *
 * @internal
 */
export function reconcileBinding(
  world: World,
  namespace: string,
  name: string,
) {
  const binding = world.store.get(
    kratixGroup,
    'resourcebindings',
    name,
    namespace,
  ) as BindingObject | undefined;
  const promise = binding && world.promise(binding.spec.promiseRef.name);
  const { resourceRef, version } = binding?.spec ?? {};
  if (!promise || !resourceRef || binding?.metadata.deletionTimestamp) return;
  const request = world.request(
    promise,
    resourceRef.name,
    resourceRef.namespace,
  );
  if (!request || request.metadata.deletionTimestamp) return;
  const wanted =
    version === 'latest'
      ? world.latestRevision(promise.metadata.name)?.spec.version
      : version;
  if (!wanted || wanted === unversioned) return;
  const rerun = () =>
    world.writeLabels(request, { [label.manualReconciliation]: 'true' });
  if (hasLabel(binding, label.manualReconciliation)) {
    rerun();
    const freed = world.writeLabels(binding, {
      [label.manualReconciliation]: undefined,
    });
    recordUpgradeRequested(
      world,
      freed,
      `Reconciliation requested for version ${wanted}`,
    );
    return;
  }
  const { promiseVersion } = request.status ?? {};
  const failed = binding.status?.failedVersion === wanted;
  if (!promiseVersion || promiseVersion === wanted || failed) return;
  rerun();
  recordUpgradeRequested(
    world,
    binding,
    `Upgrade to version ${wanted} is in progress`,
  );
}
