import {
  isRecord,
  selectorsIn,
  textMap,
  wantedLabels,
  type RequestDocument,
} from '@kratix-portal/backstage-plugin-kratix-common';

const versionLabel = 'kratix.io/promise-version';

/** What can be changed in a manifest without reading YAML. @internal */
export type ManifestField = 'labels' | 'selectors';

/** Why a manifest can't be sent. @internal */
export type ManifestProblem =
  | { problem: 'syntax'; line: number; message: string }
  | { problem: 'not-object' | 'kind' | 'name' };

/** What keeps a manifest from being the Promise of this name. Pure. @internal */
export function manifestProblem(
  document: Pick<RequestDocument, 'errors' | 'value' | 'get'>,
  name: string,
): ManifestProblem | undefined {
  const [error] = document.errors;
  if (error) {
    return { problem: 'syntax', line: error.line, message: error.message };
  }
  if (Object.keys(document.value).length === 0) {
    return { problem: 'not-object' };
  }
  if (document.get(['kind']) !== 'Promise') return { problem: 'kind' };
  if (document.get(['metadata', 'name']) !== name) return { problem: 'name' };
  return undefined;
}

/** Label of the version; empty without. @internal */
export function versionOf(document: Pick<RequestDocument, 'get'>): string {
  const version = document.get(['metadata', 'labels', versionLabel]);
  return typeof version === 'string' ? version : '';
}

/** @internal */
export function setVersion(document: RequestDocument, version: string): void {
  const path = ['metadata', 'labels', versionLabel];
  if (version.trim() === '') document.remove(path);
  else document.set(path, version.trim());
}

/** The labels beside the version, or those that a Destination has to have. @internal */
export function labelsOf(
  document: Pick<RequestDocument, 'get'>,
  field: ManifestField,
): Record<string, string> {
  if (field === 'selectors') {
    return wantedLabels(
      selectorsIn(document.get(['spec', 'destinationSelectors'])),
    );
  }
  const { [versionLabel]: _version, ...labels } = textMap(
    document.get(['metadata', 'labels']),
  );
  return labels;
}

/** @internal */
export function setLabels(
  document: RequestDocument,
  field: ManifestField,
  labels: Record<string, string>,
): void {
  const isEmpty = Object.keys(labels).length === 0;
  if (field === 'selectors') {
    const path = ['spec', 'destinationSelectors'];
    if (isEmpty) document.remove(path);
    // Kratix asks for all entries at once, so one entry means the same.
    else document.set(path, [{ matchLabels: labels }]);
    return;
  }
  const path = ['metadata', 'labels'];
  const all = document.get(path);
  const version = isRecord(all) ? all[versionLabel] : undefined;
  const next =
    version === undefined ? labels : { ...labels, [versionLabel]: version };
  if (Object.keys(next).length === 0) document.remove(path);
  else document.set(path, next);
}

/** Labels as lines of `key=value`. @internal */
export function linesOf(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n');
}

const word = /^(?=.{1,63}$)[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/;
const prefix =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

function isKey(key: string): boolean {
  const [first, second, ...more] = key.split('/');
  if (more.length > 0) return false;
  return second === undefined
    ? word.test(first)
    : prefix.test(first) && word.test(second);
}

/** Reads lines of `key=value`, or names the first that is none. Pure. @internal */
export function readLines(
  text: string,
): { labels: Record<string, string> } | { wrong: string } {
  const labels: Record<string, string> = {};
  for (const line of text.split('\n').map(one => one.trim())) {
    if (line === '') continue;
    const at = line.indexOf('=');
    const key = line.slice(0, at).trim();
    const value = line.slice(at + 1).trim();
    const right = at > 0 && isKey(key) && (value === '' || word.test(value));
    if (!right) return { wrong: line };
    labels[key] = value;
  }
  return { labels };
}
