import { stringifyExact } from '../kube';

/**
 * Breaks what a template engine would act on, invisibly: titles and
 * descriptions are shown in Templates, where `${{ }}` is code.
 *
 * @public
 */
export function inert(text: string): string {
  return text.replace(/\{(?=[{%#])/g, '{\u2060');
}

const acronyms = new Set([
  ...['acl', 'api', 'ca', 'cidr', 'cpu', 'crd', 'css', 'csv', 'db', 'dns'],
  ...['gb', 'gpu', 'grpc', 'html', 'http', 'https', 'id', 'ip', 'jwt', 'json'],
  ...['mb', 'oidc', 'os', 'pvc', 'ram', 'saml', 'sla', 'slo', 'sql', 'ssh'],
  ...['ssl', 'sso', 'tcp', 'tls', 'ttl', 'udp', 'ui', 'uri', 'url', 'uuid'],
  ...['vm', 'vpc', 'xml', 'yaml'],
]);

// The same names occur all over a schema, and in many schemas.
const titles = new Map<string, string>();
const maxTitles = 5000;

/**
 * A property's name as a person would write it: `maxConnections` becomes
 * `Max connections`. Acronyms stay, and a name that is no identifier is left
 * alone.
 *
 * @public
 */
export function humanise(name: string): string {
  const known = titles.get(name);
  if (known !== undefined) return known;
  const title = humanised(name);
  if (titles.size >= maxTitles) titles.clear();
  titles.set(name, title);
  return title;
}

function humanised(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) return name;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map(word => {
      const lower = word.toLocaleLowerCase('en-US');
      if (acronyms.has(lower)) return lower.toLocaleUpperCase('en-US');
      return /^[A-Z][a-z]/.test(word) ? lower : word;
    });
  const text = words.join(' ');
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}

/** One line for a select box. @internal */
export function wordFor(value: unknown): string {
  if (value === '') return '(empty)';
  if (value === null) return '(nothing)';
  return inert(typeof value === 'string' ? value : stringifyExact(value));
}
