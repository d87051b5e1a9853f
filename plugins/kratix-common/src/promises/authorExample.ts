import { isMap, parseDocument, stringify } from 'yaml';
import type { PromiseApi } from '../api';
import { annotationOf, yamlTrouble, type KubeObject } from '../kube';

const longest = 64 * 1024;

/**
 * The request that a Promise's author offers to start from, in the annotation
 * `<prefix>example`: a whole one, or its fields beside `metadata`. Nothing where
 * it can't be read or is of another kind. Comments stay.
 *
 * @public
 */
export function authorExample(
  promise: KubeObject,
  api: PromiseApi,
  annotationPrefix: string,
): string | undefined {
  const text = annotationOf(promise, `${annotationPrefix}example`);
  if (!text || text.length > longest || yamlTrouble(text)) return undefined;
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const kind = document.get('kind');
  if (kind === undefined) {
    const envelope = {
      apiVersion: `${api.group}/${api.version}`,
      kind: api.kind,
      metadata: { name: 'example', namespace: 'default' },
    };
    return stringify(envelope) + text.trim().concat('\n');
  }
  return kind === api.kind ? text.trim().concat('\n') : undefined;
}
