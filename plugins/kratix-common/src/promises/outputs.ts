import { humanise } from '../forms';
import { isSecretKey, readSchemaNode, type SchemaNode } from '../kube';

/** Keys of a request's `status` that Kratix writes. */
const kratixKeys = new Set([
  'message',
  'observedGeneration',
  'conditions',
  'kratix',
  'healthStatus',
  'promiseVersion',
  'resourceBindingVersion',
  'workflows',
  'workflowsSucceeded',
  'workflowsFailed',
  'lastSuccessfulConfigureWorkflowTime',
]);

/** All of a request's `status` but what Kratix writes is its author's. @public */
export function isAuthorsOutput(key: string): boolean {
  return !kratixKeys.has(key);
}

/** One of those that the author names first. @public */
export interface NamedOutput {
  /** Below `status`: `connection.url`. */
  path: string;
  /** Empty: by its path. */
  title: string;
}

/** Annotation `px/outputs` of a Promise: `url=Address, host`. @public */
export function namedOutputs(hint: string | undefined): NamedOutput[] {
  return (hint ?? '').split(',').flatMap(part => {
    const [path, ...title] = part.split('=').map(text => text.trim());
    return path ? [{ path, title: title.join('=') }] : [];
  });
}

/** What an output is called where nobody gave it a title. @public */
export function outputTitle(keys: readonly string[]): string {
  return keys.map(humanise).join(' › ');
}

// A schema may be hostile, a list on a page has an end.
const maxDepth = 8;
const maxVisits = 2000;
const maxTitles = 200;

/**
 * What a request gives back, in words, before there is one: what the author
 * names, else what the schema says of `status`. Empty where nobody says it,
 * which is usual and does not mean that there is nothing.
 *
 * Values that would be hidden are left out: nobody gets those back here.
 *
 * @param schema - `openAPIV3Schema` as the author wrote it
 * @param hint - annotation `px/outputs` of the Promise
 * @internal
 */
export function outputTitles(schema: unknown, hint?: string): string[] {
  const named = namedOutputs(hint)
    .map(({ path, title }) => ({ keys: path.split('.'), title }))
    .filter(({ keys }) => isAuthorsOutput(keys[0]))
    .map(({ keys, title }) => title || outputTitle(keys));
  const titles = named.length > 0 ? named : declared(schema);
  return [...new Set(titles)].slice(0, maxTitles);
}

function declared(schema: unknown): string[] {
  const titles: string[] = [];
  let visits = 0;
  const visit = (node: SchemaNode, keys: string[]) => {
    visits += 1;
    if (visits > maxVisits) return;
    const key = keys[keys.length - 1];
    if (refersToSecret(key, node)) {
      titles.push(outputTitle(keys));
    } else if (!isSecretKey(key)) {
      const below = keys.length < maxDepth ? node.properties : [];
      for (const [name, child] of below) visit(child, [...keys, name]);
      if (below.length === 0) titles.push(outputTitle(keys));
    }
  };
  for (const [name, node] of statusOf(schema)?.properties ?? []) {
    if (isAuthorsOutput(name)) visit(node, [name]);
  }
  return titles;
}

function statusOf(schema: unknown): SchemaNode | undefined {
  return readSchemaNode(schema).properties.find(
    ([name]) => name === 'status',
  )?.[1];
}

const partsOfReference = new Set([
  ...['apiVersion', 'kind', 'name', 'namespace', 'key', 'keys'],
]);

/** Is it about which Secret, and not what is in it? @public */
export function isSecretReference(
  key: string,
  parts: readonly string[],
  kind?: unknown,
): boolean {
  return (
    (/secret|credential/i.test(key) || kind === 'Secret') &&
    parts.every(part => partsOfReference.has(part))
  );
}

function refersToSecret(key: string, node: SchemaNode): boolean {
  const parts = node.properties.map(([name]) => name);
  return parts.includes('name') && isSecretReference(key, parts);
}
