import {
  createdAt,
  deletedAt,
  hasSwitch,
  labelOf,
  textAt,
  valueAt,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';

/** `spec.version` of a PromiseRevision. @public */
export function revisionVersion(
  revision: KubeObject | undefined,
): string | undefined {
  return textAt(revision, 'spec', 'version');
}

/** The revision with exactly that version. @public */
export function revisionAt(
  revisions: readonly KubeObject[] | undefined,
  version: string | undefined,
): KubeObject | undefined {
  if (!version) return undefined;
  return revisions?.find(revision => revisionVersion(revision) === version);
}

/**
 * The revision that was applied last, which need not be the highest. For a
 * moment two revisions claim it (label and status are written apart), or none:
 * the label is the better witness, and of two the younger wins.
 *
 * @public
 */
export function latestRevision(
  revisions: readonly KubeObject[] | undefined,
): KubeObject | undefined {
  let best: KubeObject | undefined;
  let bestRank = 0;
  for (const revision of revisions ?? []) {
    const rank = claim(revision);
    if (rank === 0) continue;
    const younger = (createdAt(revision) ?? '') > (createdAt(best) ?? '');
    if (rank > bestRank || (rank === bestRank && younger)) {
      best = revision;
      bestRank = rank;
    }
  }
  return best;
}

function claim(revision: KubeObject): number {
  let rank = 0;
  if (hasSwitch(revision, kratixLabels.latestRevision)) rank = 2;
  else if (valueAt(revision, 'status', 'latest') === true) rank = 1;
  // One that goes is the last resort: it may hang for ever (recording 21).
  return rank > 0 && deletedAt(revision) ? rank - 0.5 : rank;
}

/**
 * The version of a Promise that is in force: what Kratix has taken up, before
 * the label that it may not have seen yet. `undefined` for an unversioned one.
 *
 * @public
 */
export function promiseVersion(
  promise: KubeObject | undefined,
): string | undefined {
  const version =
    textAt(promise, 'status', 'kratix', 'version') ??
    textAt(promise, 'status', 'version') ??
    labelOf(promise, kratixLabels.promiseVersion);
  return version === 'not-set' ? undefined : version;
}
