import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Access, User } from '../access';
import { badRequest, KubeStatusError } from '../store';

/**
 * Somebody with a bearer token.
 *
 * @public
 */
export interface TokenUser extends User {
  token: string;
}

const authenticated = 'system:authenticated';
const serviceAccount = /^system:serviceaccount:([^:]+):([^:]+)$/;

const anonymous: User = {
  name: 'system:anonymous',
  groups: ['system:unauthenticated'],
};

function groupsOf(name: string, groups: string[]): string[] {
  const [, namespace] = serviceAccount.exec(name) ?? [];
  return [
    ...new Set([
      ...groups,
      ...(namespace
        ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`]
        : []),
      authenticated,
    ]),
  ];
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whose token it is.
 *
 * @throws KubeStatusError 401 for a token that nobody has
 * @internal
 */
export function authenticate(
  { headers }: IncomingMessage,
  users: TokenUser[],
): User {
  const { authorization } = headers;
  if (!authorization) return anonymous;
  const [, token = ''] = /^Bearer\s+(.+)$/i.exec(authorization) ?? [];
  const found = users.find(user => isSame(user.token, token));
  if (!found) throw new KubeStatusError(401, 'Unauthorized', 'Unauthorized');
  const { token: _token, ...user } = found;
  return { ...user, groups: groupsOf(user.name, user.groups) };
}

const extraPrefix = 'impersonate-extra-';

/**
 * The user that a call is made as, by the Impersonate headers.
 *
 * @throws KubeStatusError 403 where the caller may not
 * @internal
 */
export function impersonate(
  { headersDistinct }: IncomingMessage,
  caller: User,
  access: Access,
): User {
  const [name] = headersDistinct['impersonate-user'] ?? [];
  const groups = headersDistinct['impersonate-group'] ?? [];
  const [uid] = headersDistinct['impersonate-uid'] ?? [];
  const extra = Object.entries(headersDistinct).flatMap(([header, values]) =>
    header.startsWith(extraPrefix) && values
      ? [[decodeURIComponent(header.slice(extraPrefix.length)), values]]
      : [],
  );
  if (!name) {
    if (groups.length === 0 && !uid && extra.length === 0) return caller;
    throw badRequest(
      `requested ${JSON.stringify(groups)} without impersonating a user`,
    );
  }
  const [, namespace, account] = serviceAccount.exec(name) ?? [];
  const require = (resource: string, target: string, within?: string) =>
    access.require(caller, {
      verb: 'impersonate',
      group: '',
      resource,
      name: target,
      ...(within && { namespace: within }),
    });
  if (account) require('serviceaccounts', account, namespace);
  else require('users', name);
  for (const group of groups) require('groups', group);
  return {
    name,
    ...(uid && { uid }),
    groups: groupsOf(name, groups),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  };
}
