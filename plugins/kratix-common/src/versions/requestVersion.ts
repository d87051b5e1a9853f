import type { RequestDescription } from '../api';
import {
  conditionIs,
  conditionOf,
  textAt,
  type KubeCondition,
  type KubeObject,
} from '../kube';
import { unversioned } from '../kratixNames';
import {
  latestRevision,
  promiseVersion,
  revisionAt,
  revisionVersion,
} from './revisions';

/** @public */
export interface VersionFacts {
  request?: KubeObject;
  promise?: KubeObject;
  revisions?: readonly KubeObject[];
  binding?: KubeObject;
  /** About the request. */
  events?: readonly KubeObject[];
}

/** @public */
export type RequestVersion = RequestDescription['version'] & {
  /** The exact version that is asked for: `wanted` with `latest` resolved. */
  target?: string;
  /** The revision whose pipelines run. */
  revision?: KubeObject;
  /** Of the binding. */
  upgrade?: KubeCondition;
};

/**
 * Which version a request is on, and which it wants. A first run that fails
 * also says UpgradeFailed, so nothing counts as an upgrade before a version was
 * ever applied; and "reconciled again" does not mean "upgraded" (recording 08).
 *
 * @public
 */
export function requestVersion(facts: VersionFacts): RequestVersion {
  const { request, promise, revisions, binding } = facts;
  const wanted =
    textAt(binding, 'spec', 'version') ??
    textAt(request, 'status', 'resourceBindingVersion');
  const pinned = wanted !== undefined && wanted !== 'latest';
  const newest = latestRevision(revisions);
  const latest = revisionVersion(newest) ?? promiseVersion(promise);
  const lastApplied = textAt(binding, 'status', 'lastAppliedVersion');
  const applied = textAt(request, 'status', 'promiseVersion') ?? lastApplied;
  const target = pinned ? wanted : latest;
  const upgrade = conditionOf(binding, 'UpgradeSucceeded');

  const version: RequestVersion = {
    state: 'latest',
    pinned: pinned && wanted !== unversioned,
    upgrade,
    revision: pinned ? revisionAt(revisions, wanted) : newest,
  };
  if (applied && applied !== unversioned) version.applied = applied;
  if (wanted && wanted !== unversioned) version.wanted = wanted;
  if (latest && latest !== unversioned) version.latest = latest;
  if (target) version.target = target;

  if (applied === unversioned || (!applied && !version.latest)) {
    version.state = 'unversioned';
  } else if (pinned && isMissing(wanted, facts)) {
    version.state = 'version-missing';
  } else if (
    lastApplied !== undefined &&
    lastApplied !== target &&
    conditionIs(upgrade, 'False', 'UpgradeFailed')
  ) {
    version.state = 'upgrade-failed';
  } else if (
    lastApplied !== undefined &&
    lastApplied !== target &&
    conditionIs(upgrade, 'Unknown', 'UpgradeInProgress')
  ) {
    version.state = 'upgrading';
  } else if (applied && version.latest && applied !== version.latest) {
    version.state = 'outdated';
  } else if (version.pinned) {
    version.state = 'pinned';
  }
  return version;
}

function isMissing(
  wanted: string | undefined,
  { revisions, events }: VersionFacts,
): boolean {
  // An empty list is one that is not filled yet.
  if (revisions && revisions.length > 0) {
    return revisionAt(revisions, wanted) === undefined;
  }
  // Where revisions cannot be read, Kratix's complaint is the only sign.
  return (events ?? []).some(
    event =>
      textAt(event, 'reason') === 'FailedPromiseRevisionLookup' &&
      wanted !== undefined &&
      (textAt(event, 'message') ?? textAt(event, 'note') ?? '').includes(
        wanted,
      ),
  );
}
