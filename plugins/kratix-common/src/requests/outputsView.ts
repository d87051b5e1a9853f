import type { Output } from '../api';
import { isRecord, isSecretKey, type KubeObject } from '../kube';
import {
  isAuthorsOutput,
  isSecretReference,
  namedOutputs,
  outputTitle,
} from '../promises';
import { leavesOf, textOf } from './leaves';
import { holdsSecret } from './secretText';

/**
 * What the person gets back: the author's fields of `status`. Values that are
 * or look secret are not in the result at all; a reference to a Secret is shown
 * as where it is.
 *
 * @param hint - annotation `px/outputs` of the Promise: `url=Address, host`
 *   puts these first, in this order, under these titles
 * @public
 */
export function outputsView(request: KubeObject, hint?: string): Output[] {
  if (!isRecord(request.status)) return [];
  const authored = Object.fromEntries(
    Object.entries(request.status).filter(([key]) => isAuthorsOutput(key)),
  );
  const namespace = request.metadata.namespace ?? 'default';
  const outputs = leavesOf(
    authored,
    (key, value) => referenceOf(key, value, namespace) !== undefined,
  )
    .filter(({ value }) => value !== null && value !== '')
    .map(({ keys, value }) => outputOf(keys, value, namespace));
  return ordered(outputs, hint);
}

function outputOf(keys: string[], value: unknown, namespace: string): Output {
  const key = keys[keys.length - 1];
  const base = {
    path: keys.join('.'),
    title: outputTitle(keys),
  };
  const secret = referenceOf(key, value, namespace);
  if (secret) return { ...base, kind: 'secret', secret };
  // Any key above counts: all below `credentials` is one.
  if (keys.some(isSecretKey)) return { ...base, kind: 'hidden' };
  if (Array.isArray(value)) {
    const items = value.map(item => (holdsSecret(item) ? '' : textOf(item)));
    return { ...base, kind: 'list', items: items.filter(item => item !== '') };
  }
  if (holdsSecret(value)) return { ...base, kind: 'hidden' };
  const text = textOf(value);
  return { ...base, kind: isWebAddress(text) ? 'url' : 'text', value: text };
}

const dnsName = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/** `{ name, namespace? }` below `…secret…`, or a name below `…SecretName`. */
function referenceOf(key: string, value: unknown, namespace: string) {
  if (isRecord(value)) {
    if (!isSecretReference(key, Object.keys(value), value.kind)) {
      return undefined;
    }
    if (typeof value.name !== 'string' || !dnsName.test(value.name)) {
      return undefined;
    }
    const given = value.namespace;
    return {
      name: value.name,
      namespace: typeof given === 'string' && given ? given : namespace,
    };
  }
  const isName = /secret[-_]?(name|ref)$/i.test(key);
  return isName && typeof value === 'string' && dnsName.test(value)
    ? { name: value, namespace }
    : undefined;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
}

function ordered(outputs: Output[], hint: string | undefined): Output[] {
  const wanted = namedOutputs(hint);
  if (wanted.length === 0) return outputs;
  const rank = new Map(wanted.map(({ path }, index) => [path, index]));
  const titles = new Map(wanted.map(({ path, title }) => [path, title]));
  return outputs
    .map(output => ({
      ...output,
      title: titles.get(output.path) || output.title,
    }))
    .sort(
      (a, b) =>
        (rank.get(a.path) ?? rank.size) - (rank.get(b.path) ?? rank.size),
    );
}
