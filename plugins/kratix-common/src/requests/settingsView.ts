import type { RequestDetail } from '../api';
import { humanise } from '../forms';
import {
  isRecord,
  isSecretField,
  isSecretKey,
  readSchemaNode,
  redacted,
  stringifyExact,
  type KubeObject,
  type SchemaNode,
} from '../kube';
import { leavesOf, textOf } from './leaves';
import { isSecretText } from './secretText';

/**
 * What was asked for: the leaves of `spec` with their titles from the Promise's
 * schema, those that differ from the default told apart.
 *
 * @param schema - `openAPIV3Schema` of the Promise's API, where known
 * @public
 */
export function settingsView(
  request: KubeObject,
  schema?: unknown,
): RequestDetail['settings'] {
  if (!isRecord(request.spec)) return [];
  const root = readSchemaNode(schema).properties.find(
    ([name]) => name === 'spec',
  )?.[1];
  return leavesOf(request.spec).map(({ keys, value }) => {
    const nodes = pathThrough(root, keys);
    const node = nodes[keys.length - 1];
    const hidden = keys.some(isSecretKey) || isSecretText(value);
    return {
      path: ['spec', ...keys].join('.'),
      title: keys
        .map((key, index) => nodes[index]?.title ?? humanise(key))
        .join(' › '),
      value: hidden ? redacted : textOf(withoutSecrets(value)),
      isDefault:
        node?.hasDefault === true &&
        stringifyExact(node.default) === stringifyExact(value),
    };
  });
}

function pathThrough(root: SchemaNode | undefined, keys: string[]) {
  let node = root;
  return keys.map(key => {
    const child = node?.properties.find(([name]) => name === key)?.[1];
    node = child ?? node?.values;
    return node;
  });
}

function withoutSecrets(value: unknown): unknown {
  if (isSecretText(value)) return redacted;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      isSecretField(value, key) ? redacted : withoutSecrets(child),
    ]),
  );
}
