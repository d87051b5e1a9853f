import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

const prefix = 'key-';

/** Names that code on the way would take for something of its own. */
const taken = new Set([
  // JSON schema's and uiSchema's structure, walked by form hosts
  ...['additionalProperties', 'allOf', 'anyOf', 'const', 'definitions'],
  ...['dependencies', 'else', 'enum', 'if', 'items', 'not', 'oneOf'],
  ...['properties', 'required', 'then'],
  // make an object pass for an array, a function or a promise
  ...['length', 'prototype', 'toJSON'],
]);

/**
 * The key under which a form holds the property `name`. Plain names stay as
 * they are. Whatever could be taken for something else is spelled in hex: the
 * prototype's names, `ui:` and `$` keywords, dots and slashes that break paths,
 * and numbers, which JavaScript would move to the front.
 *
 * Depends on the name alone, so data survive a change of the schema.
 *
 * @internal
 */
export function formKey(name: string): string {
  const plain =
    /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) &&
    !name.startsWith(prefix) &&
    !taken.has(name) &&
    !(name in Object.prototype);
  return plain ? name : prefix + bytesToHex(utf8ToBytes(name));
}

/**
 * The value of an own property; anything inherited counts as absent.
 *
 * @internal
 */
export function own(object: object, key: string): unknown {
  return Object.prototype.hasOwnProperty.call(object, key)
    ? Object.getOwnPropertyDescriptor(object, key)?.value
    : undefined;
}
