import type { Cause, InstallationView, PromiseDescription } from '../../api';
import {
  conditionIs,
  conditionOf,
  deletedAt,
  isKubeObject,
  labelOf,
  textAt,
  type KubeObject,
} from '../../kube';
import {
  kratixLabels,
  promiseFinalizers,
  releaseFinalizers,
} from '../../kratixNames';
import { finalizersLeft } from '../../pipelines';
import { describePromise, releaseTrouble, wasAvailable } from '../../promises';
import { originOf, originWritten } from '../origin';
import type { InstallationFacts } from './facts';
import { installationStages } from './installationStages';

/**
 * How far an install, upgrade or uninstall is, read off the cluster alone, so
 * that it is the same whoever began it and whoever looks on. Pure and total.
 *
 * @param options - `now`: epoch milliseconds
 * @public
 */
export function installationView(
  input: InstallationFacts,
  { now }: { now: number },
): InstallationView {
  const { platform, name, facts = {}, annotationPrefix, freshness } = input;
  const promise = isKubeObject(facts.promise) ? facts.promise : undefined;
  const release = isKubeObject(input.release) ? input.release : undefined;
  const description = promise && (input.description ?? describe(facts, now));
  const installed = promise && labelOf(promise, kratixLabels.promiseVersion);
  const trouble = deletedAt(release)
    ? []
    : releaseTrouble(release, { name, version: installed });
  const stages = installationStages({
    facts,
    description,
    release,
    releaseFails: trouble.length > 0,
    now,
  });
  const state = stateOf({
    promise,
    release,
    description,
    stages,
    releaseFails: trouble.length > 0,
    requestBlocks: input.requestBlocks ?? [],
  });
  const isRemoving = state === 'removing' || state === 'removal-blocked';
  const version = textAt(release, 'spec', 'version') ?? installed;
  const origin =
    (promise &&
      originOf(promise, release ? [release] : [], annotationPrefix)) ??
    (release && originWritten(release, annotationPrefix));
  return {
    platform,
    name,
    state,
    ...(state !== 'absent' && { method: release ? 'release' : 'promise' }),
    ...(version && { version }),
    ...(origin && { origin }),
    stages: isRemoving || state === 'absent' ? [] : stages,
    causes: promise
      ? causesOf(description?.causes ?? [], {
          trouble,
          blocks: isRemoving ? input.requestBlocks ?? [] : [],
        })
      : trouble,
    ...(description && { description }),
    finalizers: isRemoving ? finalizersOf(promise, release) : [],
    freshness,
  };
}

function describe(facts: NonNullable<InstallationFacts['facts']>, now: number) {
  return describePromise(facts, { now });
}

interface Standing {
  promise?: KubeObject;
  release?: KubeObject;
  description?: PromiseDescription;
  stages: InstallationView['stages'];
  releaseFails: boolean;
  requestBlocks: readonly Cause[];
}

function stateOf(standing: Standing): InstallationView['state'] {
  const { promise, release, description, releaseFails, requestBlocks } =
    standing;
  const label = description?.label;
  if (!promise) {
    if (!release) return 'absent';
    if (deletedAt(release)) return 'removing';
    return releaseFails ? 'failed' : 'installing';
  }
  if (deletedAt(promise) || (release && deletedAt(release))) {
    const isBlocked = label === 'deletion-blocked' || requestBlocks.length > 0;
    return isBlocked ? 'removal-blocked' : 'removing';
  }
  // What runs meanwhile is the version before.
  if (releaseFails) return 'failed';
  switch (label) {
    case 'failed':
    case 'api-conflict':
    case 'api-invalid':
    case 'not-delivered':
    case 'no-destination':
      return 'failed';
    case 'missing-requirement':
      // A new one may come before what it needs; to one that was there before
      // somebody took it away.
      return wasAvailable(promise) ? 'failed' : 'installing';
    case 'unavailable':
      return waitsForKratix(promise, description?.requirements)
        ? 'installing'
        : 'failed';
    case 'available':
      return standing.stages.every(isOver) ? 'available' : 'installing';
    default:
      // It goes on as soon as somebody or something else does its part.
      return 'installing';
  }
}

function isOver({ state }: InstallationView['stages'][number]): boolean {
  return state === 'done' || state === 'nothing-to-do';
}

/** What it needs is there; Kratix looks once a minute (recording 11). */
function waitsForKratix(
  promise: KubeObject,
  requirements: PromiseDescription['requirements'] = [],
): boolean {
  return (
    requirements.length > 0 &&
    requirements.every(one => one.state === 'installed') &&
    conditionIs(conditionOf(promise, 'RequirementsFulfilled'), 'False')
  );
}

/** The reasons alone: that it is available is the state. */
function causesOf(
  causes: readonly Cause[],
  { trouble, blocks }: { trouble: readonly Cause[]; blocks: readonly Cause[] },
): Cause[] {
  const known = new Set(causes.map(({ id }) => id));
  return [
    ...blocks,
    ...causes.filter(({ id }) => id !== 'done'),
    // A release of the same name that does not keep the Promise yet.
    ...trouble.filter(({ id }) => !known.has(id)),
  ];
}

function finalizersOf(
  promise: KubeObject | undefined,
  release: KubeObject | undefined,
): string[] {
  return [
    ...(promise ? finalizersLeft(promise, promiseFinalizers) : []),
    ...(release && deletedAt(release)
      ? finalizersLeft(release, releaseFinalizers)
      : []),
  ];
}
