import {
  type KubeObject,
  kratixLabels,
  textAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { keyOf } from '../cache/kindStore';

/** `namespace/name` of the Work that a WorkPlacement was made for. @internal */
export function workOfPlacement({ metadata }: KubeObject): string | undefined {
  const work = metadata.labels?.[kratixLabels.work];
  return work ? keyOf(metadata.namespace, work) : undefined;
}

/** @internal */
export function destinationOfPlacement(
  placement: KubeObject,
): string | undefined {
  return textAt(placement, 'spec', 'targetDestinationName');
}

/** `Kind/name` of the state store that a Destination writes to. @internal */
export function storeOfDestination(
  destination: KubeObject,
): string | undefined {
  const kind = textAt(destination, 'spec', 'stateStoreRef', 'kind');
  const name = textAt(destination, 'spec', 'stateStoreRef', 'name');
  return kind && name ? `${kind}/${name}` : undefined;
}
