import type { NewCondition } from '../simulator/conditions';
import type { PromiseObject, PromiseStatus } from '../simulator/kratixObjects';
import type { World } from '../simulator/world';

type Required = NonNullable<PromiseStatus['requiredPromises']>;

/** What a Promise requires and how that is (reference §6.3). @internal */
export function requirementStates(
  world: World,
  { spec }: PromiseObject,
): Required {
  return (spec.requiredPromises ?? []).map(({ name, version }) => ({
    name,
    ...(version && { version }),
    state: stateOf(world, name, version),
  }));
}

function stateOf(world: World, name: string, version?: string): string {
  const promise = world.promise(name);
  if (!promise) return 'Requirement not installed';
  if (version && !world.revision(name, version)) {
    return 'Requirement not installed at the specified version';
  }
  return promise.status?.status === 'Available'
    ? 'Requirement installed'
    : 'Requirement not available';
}

/** @internal */
export const isFulfilled = (states: Required) =>
  states.every(one => one.state === 'Requirement installed');

/** @internal */
export function requirementsCondition(states: Required): NewCondition {
  const type = 'RequirementsFulfilled';
  if (isFulfilled(states)) {
    return {
      type,
      status: 'True',
      reason: 'RequirementsInstalled',
      message: 'Requirements fulfilled',
    };
  }
  const missing = states.some(one => one.state.includes('not installed'));
  return {
    type,
    status: 'False',
    reason: missing ? 'RequirementsNotInstalled' : 'RequirementsNotAvailable',
    message: 'Requirements not fulfilled',
  };
}

/** Tells the required Promises who requires them. @internal */
export function recordRequiredBy(world: World, promise: PromiseObject) {
  const { name } = promise.metadata;
  const version = promise.status?.version;
  for (const required of promise.spec.requiredPromises ?? []) {
    const other = world.promise(required.name);
    const known = other?.status?.requiredBy ?? [];
    if (!other || known.some(one => one.promise.name === name)) continue;
    const entry = {
      promise: { name, ...(version && { version }) },
      ...(required.version && { requiredVersion: required.version }),
    };
    world.writeStatus(other, {
      ...other.status,
      requiredBy: [...known, entry],
    });
  }
}
