import {
  celFunc,
  celMethod,
  CelScalar,
  listType,
  mapType,
  type CelFunc,
} from '@bufbuild/cel';
import { kubernetesType, kubernetesValue, textOf } from './kubernetesTypes';

const { BOOL, STRING } = CelScalar;
const { URL: Url } = kubernetesType;

interface Parts {
  scheme: string;
  host: string;
  hostname: string;
  port: string;
  path: string;
  query: string;
}

// The platform's URL normalizes what it reads, and Go's does not.
const absolute =
  /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/(?:[^/?@]*@)?(\[[0-9a-f:.%]*\]|[^/?:@[\]\s<>"]*)(?::(\d*))?(?=[/?#]|$))?([^?]*)(?:\?(.*))?$/is;
const brokenEscape = /%(?![0-9a-f]{2})/i;
const control = /\p{Cc}/u;

/** An absolute URI or an absolute path, as Go's `url.ParseRequestURI`. */
function readUrl(text: string): Parts | undefined {
  if (text === '' || control.test(text)) return undefined;
  const found = absolute.exec(text);
  if (!found) return undefined;
  const [, scheme = '', hostname = '', port, path, query = ''] = found;
  if (!scheme && !text.startsWith('/')) return undefined;
  // Two slashes without a host that could be read are a host that is wrong.
  if (path.startsWith('//') && hostname === '' && /^[^/]*:\/\//.test(text)) {
    return text.startsWith(`${scheme}:///`)
      ? { scheme, host: '', hostname: '', port: '', path, query }
      : undefined;
  }
  if (brokenEscape.test(path)) return undefined;
  return {
    scheme: scheme.toLocaleLowerCase('en-US'),
    host: port === undefined ? hostname : `${hostname}:${port}`,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: port ?? '',
    path,
    query,
  };
}

function partsOf(text: string): Parts {
  const parts = readUrl(text);
  if (!parts) throw new Error('not a URL');
  return parts;
}

const escapedPath = (path: string) =>
  path.replace(/[^a-z0-9\-._~!$&'()*+,;=:@/%]/gi, encodeURIComponent);

function unescaped(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

/** Values by name; what can't be read is left out, as Go does. */
function queryOf(query: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const pair of query.split('&').filter(one => one !== '')) {
    const at = pair.indexOf('=');
    try {
      const name = unescaped(at < 0 ? pair : pair.slice(0, at));
      const value = at < 0 ? '' : unescaped(pair.slice(at + 1));
      values.set(name, [...(values.get(name) ?? []), value]);
    } catch {
      continue;
    }
  }
  return values;
}

const getters: [string, (parts: Parts) => string][] = [
  ['getScheme', ({ scheme }) => scheme],
  ['getHost', ({ host }) => host],
  ['getHostname', ({ hostname }) => hostname],
  ['getPort', ({ port }) => port],
  ['getEscapedPath', ({ path }) => escapedPath(path)],
];

/** Kubernetes' `url` functions. @internal */
export const urlLibrary: CelFunc[] = [
  celFunc('isURL', [STRING], BOOL, text => readUrl(text) !== undefined),
  celFunc('url', [STRING], Url, text => {
    partsOf(text);
    return kubernetesValue('URL', text);
  }),
  ...getters.map(([name, get]) =>
    celMethod(name, Url, [], STRING, function part() {
      return get(partsOf(textOf(this)));
    }),
  ),
  celMethod(
    'getQuery',
    Url,
    [],
    mapType(STRING, listType(STRING)),
    function query() {
      return queryOf(partsOf(textOf(this)).query);
    },
  ),
];
