import compare from 'semver/functions/compare';
import parse from 'semver/functions/parse';

/** How a version relates to another. @public */
export type VersionOrder = 'same' | 'newer' | 'older' | 'unordered';

/**
 * Whether `to` is newer or older than `from`, by semantic versioning, in which
 * `v1` and `v1.2` stand for `v1.0.0` and `v1.2.0`. Kratix tells versions apart
 * by their text alone, so those that are equal in all but spelling have no
 * order, like those that are something else.
 *
 * @public
 */
export function compareVersions(from: string, to: string): VersionOrder {
  if (from === to) return 'same';
  const [before, after] = [parse(whole(from)), parse(whole(to))];
  const order = before && after ? compare(after, before) : 0;
  if (order === 0) return 'unordered';
  return order > 0 ? 'newer' : 'older';
}

function whole(version: string): string {
  const [, short, minor] = version.match(/^(v?\d{1,15})(\.\d{1,15})?$/) ?? [];
  if (short === undefined) return version;
  return `${short}${minor ?? '.0'}.0`;
}
