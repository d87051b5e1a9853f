import type { ApiChange, PreflightFinding } from '../../api';
import { labelOf, nameOf } from '../../kube';
import { kratixLabels } from '../../kratixNames';
import { findingOf } from './finding';
import type { PreflightInput, PreflightUpgrade } from './types';

/** What Kratix's webhook refuses, and what would part requests from their API. */
const renamed: ApiChange['kind'][] = ['renamed', 'api-removed'];

/** What an upgrade does to what is there. @internal */
export function upgradeFindings(input: PreflightInput): PreflightFinding[] {
  const { upgrade } = input;
  if (!upgrade) return releaseWithoutPromise(input);
  return [
    ...versionFindings(input, upgrade),
    ...apiFindings(upgrade),
    ...requestFindings(upgrade),
    ...editFindings(upgrade),
    ...releaseFindings(input, upgrade),
  ];
}

function versionFindings(
  { promise }: PreflightInput,
  { from, order }: PreflightUpgrade,
): PreflightFinding[] {
  const to = labelOf(promise, kratixLabels.promiseVersion);
  // Neither has one: nothing is gone back to.
  if (from === undefined && to === undefined) return [];
  const isForward = order === 'newer' || order === 'same';
  return [
    findingOf('version', isForward ? 'fine' : 'warning', {
      params: { from: from ?? '-', to: to ?? '-' },
    }),
  ];
}

function apiFindings({ changes }: PreflightUpgrade): PreflightFinding[] {
  const gone = changes.api.filter(({ kind }) => renamed.includes(kind));
  const breaking = changes.api.filter(
    one => one.breaking && !gone.includes(one),
  );
  return [
    findingOf('api-renamed', gone.length > 0 ? 'blocker' : 'fine', {
      details: gone.map(changeText),
    }),
    findingOf('api-breaking', breaking.length > 0 ? 'warning' : 'fine', {
      params: { count: breaking.length },
      details: breaking.map(changeText),
      sealed: true,
    }),
  ];
}

function changeText({ kind, path }: ApiChange): string {
  return path ? `${path}: ${kind}` : kind;
}

function requestFindings(upgrade: PreflightUpgrade): PreflightFinding[] {
  const { refused, refusedNames, total, reruns } = upgrade;
  return [
    findingOf('requests-refused', refused > 0 ? 'warning' : 'fine', {
      params: { refused, total },
      details: refusedNames,
      sealed: { count: refused },
    }),
    findingOf('requests-rerun', reruns > 0 ? 'warning' : 'fine', {
      params: { count: reruns },
      sealed: { count: reruns },
    }),
  ];
}

function editFindings({ localEdits }: PreflightUpgrade): PreflightFinding[] {
  // What was installed is not known to differ: nothing to say.
  if (!localEdits) return [];
  return [
    findingOf('local-edits', localEdits.length > 0 ? 'warning' : 'fine', {
      params: { count: localEdits.length },
      details: localEdits,
      sealed: true,
    }),
  ];
}

function releaseFindings(
  { method }: PreflightInput,
  { release }: PreflightUpgrade,
): PreflightFinding[] {
  if (release === undefined) return [];
  return [
    findingOf('release-managed', method === 'release' ? 'fine' : 'warning', {
      details: [`PromiseRelease ${release}`],
    }),
  ];
}

/** One that failed to fetch would put its own Promise in the place of ours. */
function releaseWithoutPromise({
  listing,
  platform,
  method,
}: PreflightInput): PreflightFinding[] {
  const release = platform.releases?.find(one => nameOf(one) === listing.name);
  if (!release || method === 'release') return [];
  return [
    findingOf('release-managed', 'warning', {
      details: [`PromiseRelease ${listing.name}`],
    }),
  ];
}
