import {
  kratixApiVersion,
  type BindingObject,
  type PromiseObject,
  type RequestObject,
} from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import { bindingName, labelValue } from '../simulator/names';
import type { World } from '../simulator/world';
import { reporter } from './requestTask';

/** The labels of a request that its binding bears as well. */
function mirrored(request: RequestObject, promise: string) {
  const own = Object.entries(request.metadata.labels ?? {}).filter(
    ([key]) => key !== label.manualReconciliation && key !== label.runFromStart,
  );
  return {
    ...Object.fromEntries(own),
    [label.promiseName]: promise,
    [label.resourceName]: labelValue(request.metadata.name),
  };
}

/** The binding, with the request's labels; `undefined` when it was just made. @internal */
export function ensureBinding(
  world: World,
  promise: PromiseObject,
  request: RequestObject,
): BindingObject | undefined {
  const binding = world.bindingOf(promise.metadata.name, request);
  if (!binding) {
    createBinding(world, promise.metadata.name, request);
    return undefined;
  }
  const wanted = mirrored(request, promise.metadata.name);
  const own = binding.metadata.labels?.[label.manualReconciliation];
  const labels = {
    ...wanted,
    ...(own && { [label.manualReconciliation]: own }),
  };
  return world.writeMetadata(binding, { labels });
}

function createBinding(world: World, promise: string, request: RequestObject) {
  const { name, namespace = '' } = request.metadata;
  const { resourceBindingVersion, promiseVersion } = request.status ?? {};
  const version = resourceBindingVersion ?? 'latest';
  const binding = world.store.create({
    apiVersion: kratixApiVersion,
    kind: 'ResourceBinding',
    metadata: {
      name: bindingName(name, promise),
      namespace,
      labels: mirrored(request, promise),
    },
    spec: {
      version,
      promiseRef: { name: promise },
      resourceRef: { name, namespace },
    },
  });
  world.event(request, {
    type: 'Normal',
    reason: 'BindingCreated',
    message: `Binding ${binding.metadata.name} created for promise ${promise} version ${version}`,
    reporter,
  });
  if (promiseVersion) {
    world.writeStatus(binding, { lastAppliedVersion: promiseVersion });
  }
}
