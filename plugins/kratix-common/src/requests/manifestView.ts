import { stringify } from 'yaml';
import { isRecord, redacted, redactObject, type KubeObject } from '../kube';
import { isSecretText } from './secretText';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * An object as the YAML to show: without what only the API server needs, and
 * without anything that is or looks secret.
 *
 * @public
 */
export function manifestView(object: KubeObject): string {
  const { managedFields, annotations, ...metadata } = object.metadata;
  // A copy of everything that was ever applied, secret values included.
  const shown = Object.entries(annotations ?? {}).filter(
    ([key]) => key !== lastApplied,
  );
  const redactedObject = redactObject({
    ...object,
    metadata: {
      ...metadata,
      ...(shown.length > 0 && { annotations: Object.fromEntries(shown) }),
    },
  });
  return stringify(maskTexts(redactedObject), { aliasDuplicateObjects: false });
}

function maskTexts(value: unknown): unknown {
  if (typeof value === 'string') return isSecretText(value) ? redacted : value;
  if (Array.isArray(value)) return value.map(maskTexts);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, maskTexts(child)]),
  );
}
