import { isRecord, type KubeObject } from '../../kube';
import { changesBetween, patchOfChanges, type FieldPatch } from '../conflicts';

/** Of the envelope and of the platform; an edit leaves them alone. */
const notOurs = new Set(['apiVersion', 'kind', 'metadata', 'status']);

/** Written by Kubernetes, Kratix and kubectl, not by people. @internal */
export function isOwnKey(key: string): boolean {
  const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
  return !/(^|\.)(kratix\.io|kubernetes\.io|k8s\.io)$/.test(domain);
}

function ownOf(keys: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(isRecord(keys) ? keys : {}).filter(([key]) => isOwnKey(key)),
  );
}

/**
 * What a person says of a request: name, place, labels and annotations of their
 * own, and the Promise's fields.
 *
 * @public
 */
export function manifestOf(object: KubeObject): Record<string, unknown> {
  const { apiVersion, kind, metadata } = object;
  const labels = ownOf(metadata?.labels);
  const annotations = ownOf(metadata?.annotations);
  const fields = Object.entries(object).filter(([name]) => !notOurs.has(name));
  return Object.fromEntries([
    ['apiVersion', apiVersion],
    ['kind', kind],
    [
      'metadata',
      {
        ...(metadata?.name !== undefined && { name: metadata.name }),
        ...(metadata?.namespace !== undefined && {
          namespace: metadata.namespace,
        }),
        ...(Object.keys(labels).length > 0 && { labels }),
        ...(Object.keys(annotations).length > 0 && { annotations }),
      },
    ],
    ...fields,
  ]);
}

/**
 * The steps from the object on the platform to what the manifest says now; what
 * the platform wrote into the object is not in it, and left alone.
 *
 * @internal
 */
export function patchOfManifest(
  original: KubeObject,
  manifest: Record<string, unknown>,
): FieldPatch[] {
  return patchOfChanges(
    changesBetween(editable(original, original), editable(manifest, original)),
  );
}

/** What an edit may change. */
function editable(
  object: Record<string, unknown>,
  original: KubeObject,
): Record<string, unknown> {
  const { metadata } = object;
  const keys = (['labels', 'annotations'] as const).flatMap(name => {
    const own = ownOf(isRecord(metadata) ? metadata[name] : undefined);
    // Even with none of their own: the platform's must not be replaced with it.
    return isRecord(original.metadata?.[name]) || Object.keys(own).length > 0
      ? [[name, own] as const]
      : [];
  });
  const fields = Object.entries(object).filter(([name]) => !notOurs.has(name));
  return Object.fromEntries([
    ['metadata', Object.fromEntries(keys)],
    ...fields,
  ]);
}
