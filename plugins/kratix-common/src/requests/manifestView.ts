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
  return stringify(shownObject(object), { aliasDuplicateObjects: false });
}

/**
 * The same as an object, to be edited: `redacted` stands in place of what is
 * hidden, and must not be sent back.
 *
 * @public
 */
export function shownObject(object: KubeObject): KubeObject {
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
  return maskTexts(redactedObject) as KubeObject;
}

function maskTexts(value: unknown): unknown {
  if (typeof value === 'string') return isSecretText(value) ? redacted : value;
  if (Array.isArray(value)) return value.map(maskTexts);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, maskTexts(child)]),
  );
}
