import {
  humanise,
  type ApiField,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What everybody is asked for, in words: required fields in required objects.
 * What an optional part requires is asked only of those who choose that part.
 * Pure.
 *
 * @internal
 */
export function askedFields(
  fields: Pick<ApiField, 'path' | 'required'>[],
): string[] {
  const required = new Set(
    fields.filter(one => one.required).map(({ path }) => path),
  );
  // An object is asked for by what is asked for in it.
  const isAskedInside = (path: string) =>
    [...required].some(other => other.startsWith(`${path}.`));
  return [...required].flatMap(path => {
    const [root, ...keys] = path.split('.');
    if (root !== 'spec' || keys.length === 0 || isAskedInside(path)) return [];
    const parents = keys.map((_key, at) =>
      ['spec', ...keys.slice(0, at)].join('.'),
    );
    const always = parents.slice(1).every(parent => required.has(parent));
    return always ? [keys.map(humanise).join(' › ')] : [];
  });
}
