import { isRecord } from '@kratix-portal/backstage-plugin-kratix-common';
import { readYaml } from './readYaml';

/** Longer links are cut by browsers and proxies on the way. */
const longestValues = 64 * 1024;

/** What an address asks a form to begin with. @internal */
export interface FormLink {
  name?: string;
  /** Entity ref of the owning Group. */
  team?: string;
  /** Entity ref of the Component it is for. */
  service?: string;
  platform?: string;
  /** Fields under `spec`. */
  values?: Record<string, unknown>;
  /** Parameters that could not be read. */
  ignored: string[];
}

/**
 * Reads `?name=&team=&for=&platform=&values=`. `team` and `for` are entity refs
 * or names in the default namespace, `values` the fields under `spec` as JSON
 * or YAML. Nothing here is trusted: what can't be read is named and left out,
 * what it holds is checked by the form like anything typed.
 *
 * @internal
 */
export function readFormLink(params: URLSearchParams): FormLink {
  const ignored: string[] = [];
  const read = <T>(key: string, parse: (text: string) => T | undefined) => {
    const text = params.get(key);
    if (text === null || text === '') return undefined;
    const value = parse(text);
    if (value === undefined) ignored.push(key);
    return value;
  };
  return {
    name: read('name', text => (text.length <= 253 ? text : undefined)),
    team: read('team', text => entityRefOf(text, 'group')),
    service: read('for', text => entityRefOf(text, 'component')),
    platform: read('platform', text =>
      /^[a-z0-9-]{1,63}$/.test(text) ? text : undefined,
    ),
    values: read('values', valuesOf),
    ignored,
  };
}

/** `payments`, `other/payments` or `group:other/payments`, in full. */
function entityRefOf(text: string, kind: string): string | undefined {
  const parts = /^(?:([a-z]+):)?(?:([\w.-]+)\/)?([\w.-]+)$/i.exec(text);
  if (!parts) return undefined;
  const [, given = kind, namespace = 'default', name] = parts;
  const ref = `${given}:${namespace}/${name}`.toLocaleLowerCase('en-US');
  return ref.startsWith(`${kind}:`) ? ref : undefined;
}

function valuesOf(text: string): Record<string, unknown> | undefined {
  if (text.length > longestValues) return undefined;
  const value = readYaml(text);
  return isRecord(value) ? value : undefined;
}

/** The query of an address that opens the form like this. @internal */
export function formLinkQuery(link: Omit<FormLink, 'ignored' | 'values'>) {
  const { name, team, service, platform } = link;
  return Object.fromEntries(
    Object.entries({ name, team, for: service, platform }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
