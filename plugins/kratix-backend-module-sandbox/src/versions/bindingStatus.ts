import { findCondition, withCondition } from '../simulator/conditions';
import type { BindingObject } from '../simulator/kratixObjects';
import type { World } from '../simulator/world';

const type = 'UpgradeSucceeded';

function write(
  world: World,
  binding: BindingObject,
  condition: {
    status: 'True' | 'False' | 'Unknown';
    reason: string;
    message: string;
  },
  fields: BindingObject['status'] = {},
) {
  const { failedVersion: _failed, ...status } = binding.status ?? {};
  world.writeStatus(binding, {
    ...status,
    ...fields,
    conditions: withCondition(
      status.conditions,
      { type, ...condition },
      world.timestamp(),
    ),
  });
}

/** An upgrade, or a reconciliation that was asked for, is on its way. @internal */
export function recordUpgradeRequested(
  world: World,
  binding: BindingObject,
  message: string,
) {
  write(world, binding, {
    status: 'Unknown',
    reason: 'UpgradeInProgress',
    message,
  });
}

/** A pipeline runs for a version other than the one applied, or that failed. @internal */
export function recordUpgradeStarted(
  world: World,
  binding: BindingObject,
  version: string,
) {
  const { lastAppliedVersion, conditions } = binding.status ?? {};
  const moved = lastAppliedVersion && lastAppliedVersion !== version;
  const failed = findCondition(conditions, type)?.status === 'False';
  if (!moved && !failed) return;
  recordUpgradeRequested(
    world,
    binding,
    `Upgrade to version ${version} is in progress`,
  );
}

/** A failed first run is recorded as a failed upgrade too (recordings, 15). @internal */
export function recordUpgradeFailed(
  world: World,
  binding: BindingObject,
  version: string,
  pipeline: string,
) {
  if (binding.status?.lastAppliedVersion === version) return;
  write(
    world,
    binding,
    {
      status: 'False',
      reason: 'UpgradeFailed',
      message: `A Configure Pipeline has failed: ${pipeline}`,
    },
    { failedVersion: version },
  );
}

/** @internal */
export function recordVersionApplied(
  world: World,
  binding: BindingObject,
  version: string,
) {
  const { conditions } = binding.status ?? {};
  if (!findCondition(conditions, type)) {
    world.writeStatus(binding, {
      ...binding.status,
      lastAppliedVersion: version,
    });
    return;
  }
  write(
    world,
    binding,
    {
      status: 'True',
      reason: 'UpgradeComplete',
      message: `Resource is at version ${version}`,
    },
    { lastAppliedVersion: version },
  );
}
