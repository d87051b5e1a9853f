import { asText, labelOf, namespaceOf, textAt, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';

/**
 * Where a WorkPlacement's files lie in the state store, as Kratix computes it:
 * a folder, or one file where a Destination aggregates. `undefined` where the
 * Destination is not known.
 *
 * @public
 */
export function storePath(
  placement: KubeObject,
  destination: KubeObject | undefined,
  store: KubeObject | undefined,
): string | undefined {
  if (!destination) return undefined;
  const base = [
    textAt(store, 'spec', 'path'),
    textAt(destination, 'spec', 'path'),
  ];
  const mode = textAt(destination, 'spec', 'filepath', 'mode');
  if (mode === 'none') return joined(base);
  if (mode === 'aggregatedYAML') {
    const file = textAt(destination, 'spec', 'filepath', 'filename');
    return joined([...base, file ?? 'aggregated.yaml']);
  }
  const promise = textAt(placement, 'spec', 'promiseName');
  const request = textAt(placement, 'spec', 'resourceName');
  const pipeline = labelOf(placement, kratixLabels.pipelineName);
  const group = asText(textAt(placement, 'spec', 'id'))?.slice(0, 5);
  return joined([
    ...base,
    ...(request
      ? ['resources', namespaceOf(placement), promise, request]
      : ['dependencies', promise]),
    pipeline,
    group,
  ]);
}

function joined(parts: (string | undefined)[]): string {
  return parts
    .map(part => part?.replace(/^\/+|(?<!\/)\/+$/g, ''))
    .filter(part => part !== undefined && part !== '' && part !== '.')
    .join('/');
}
