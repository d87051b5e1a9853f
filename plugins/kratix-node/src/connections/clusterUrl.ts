import { InputError } from '@backstage/errors';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
// Where clouds answer with the machine's own credentials.
const linkLocal =
  /^(169\.254\.\d+\.\d+|\[fe[89ab][0-9a-f]:.*\]|metadata\.google\.internal)$/;

/**
 * The address of an API server, without a trailing slash. Credentials are sent
 * there, so nothing is taken but https to a plain host, and http to this
 * machine.
 *
 * @throws InputError naming the key; never repeats an address with a password
 * @internal
 */
export function readClusterUrl(key: string, text: string): string {
  if (!URL.canParse(text)) throw new InputError(`${key}: is no URL`);
  const url = new URL(text);
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${key}: give the plain address, without user, query or fragment`,
    );
  }
  if (linkLocal.test(url.hostname)) {
    throw new InputError(`${key}: a link-local address is no API server`);
  }
  const local = url.protocol === 'http:' && loopback.test(url.hostname);
  if (url.protocol !== 'https:' && !local) {
    throw new InputError(`${key}: use https (http only to this machine)`);
  }
  return url.toString().replace(/\/+$/, '');
}
