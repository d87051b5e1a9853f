import { checkUrl } from './readConfiguredUrl';

/**
 * What an index may lead to: its own folder, and the prefixes that config
 * allows. An index is written by others; it must not choose whom the portal
 * calls.
 *
 * @internal
 */
export class IndexReach {
  readonly #prefixes: URL[];

  /** @param allow - prefixes, checked by `checkPrefixes` */
  constructor(index: string, allow: string[]) {
    this.#prefixes = [new URL('.', index), ...allow.map(one => new URL(one))];
  }

  /** The address an index names, if it is within reach. */
  resolve(address: string, base: string): string | undefined {
    if (!URL.canParse(address, base)) return undefined;
    const url = new URL(address, base);
    url.hash = '';
    return this.holds(url) ? url.href : undefined;
  }

  holds(url: URL): boolean {
    if (url.username || url.password) return false;
    // Some servers take these for slashes, which would lead out of a folder.
    if (/%2f|%5c|%00|\\/i.test(url.pathname)) return false;
    return this.#prefixes.some(
      prefix =>
        url.origin === prefix.origin &&
        (url.pathname === prefix.pathname ||
          url.pathname.startsWith(
            prefix.pathname.endsWith('/')
              ? prefix.pathname
              : `${prefix.pathname}/`,
          )),
    );
  }
}

/**
 * @throws InputError naming the key
 * @internal
 */
export function checkPrefixes(prefixes: string[], key: string): void {
  prefixes.forEach((prefix, at) => checkUrl(prefix, `${key}[${at}]`));
}
