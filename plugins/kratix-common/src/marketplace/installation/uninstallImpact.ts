import type { AffectedRequests, Freshness, UninstallImpact } from '../../api';
import { labelOf, listAt, nameOf, textAt, type KubeObject } from '../../kube';
import { kratixLabels } from '../../kratixNames';
import { targetDestination } from '../../placements';
import { uninstallRisks } from './uninstallRisks';

/**
 * What an uninstall is judged by. Absent list = not readable, empty list = none.
 *
 * @public
 */
export interface UninstallFacts {
  platform: string;
  name: string;
  /** As people call it. */
  title: string;
  /** Absent where a release has brought none. */
  promise?: KubeObject;
  /** All of the platform. */
  promises?: readonly KubeObject[];
  releases?: readonly KubeObject[];
  /** Every Work of the Promise, its requests' included. */
  works?: readonly KubeObject[];
  /** Of these Works. */
  placements?: readonly KubeObject[];
  destinations?: readonly KubeObject[];
  stateStores?: readonly KubeObject[];
  /** Absent: its requests can't be read. */
  requests?: AffectedRequests & {
    items: UninstallImpact['requests']['items'];
    /** How many are paused, whoever may see them. */
    paused: number;
  };
  /** Requests of other Promises that these are parts of, or that are theirs. */
  children: UninstallImpact['children'];
  freshness: Freshness;
}

/** Of those that the person may see; the counts are of all. */
const mostItems = 200;
const mostChildren = 200;

/**
 * Everything that goes with a Promise, and what may hold it up. Pure and total;
 * what can't be read is said to be unknown and never left out as if there were
 * none.
 *
 * @public
 */
export function uninstallImpact(facts: UninstallFacts): UninstallImpact {
  const { platform, name, title, requests, freshness } = facts;
  return {
    platform,
    name,
    title,
    target: uninstallTarget(facts),
    requests: {
      total: requests?.total ?? 0,
      byOwner: requests?.byOwner ?? [],
      hidden: requests?.hidden ?? 0,
      items: (requests?.items ?? []).slice(0, mostItems),
    },
    children: facts.children.slice(0, mostChildren),
    dependents: dependentsOf(facts),
    works: facts.works?.length ?? 0,
    destinations: destinationsOf(facts.placements),
    risks: uninstallRisks(facts),
    confirm: confirmText(name, requests?.total ?? 0),
    freshness,
  };
}

/**
 * What is to be deleted: of a Promise that a release keeps the release, which
 * would bring the Promise back.
 *
 * @public
 */
export function uninstallTarget({
  name,
  promise,
  releases,
}: Pick<
  UninstallFacts,
  'name' | 'promise' | 'releases'
>): UninstallImpact['target'] {
  const keeper = promise
    ? labelOf(promise, kratixLabels.promiseReleaseName)
    : name;
  const isThere = releases?.some(one => nameOf(one) === keeper);
  return keeper && isThere
    ? { kind: 'PromiseRelease', name: keeper }
    : { kind: 'Promise', name };
}

function dependentsOf({ name, promises }: UninstallFacts): string[] {
  return (promises ?? [])
    .filter(
      other =>
        nameOf(other) !== name &&
        listAt(other, 'spec', 'requiredPromises').some(
          one => textAt(one, 'name') === name,
        ),
    )
    .map(nameOf)
    .sort();
}

function destinationsOf(
  placements: readonly KubeObject[] | undefined,
): string[] {
  const names = (placements ?? []).flatMap(one => targetDestination(one) ?? []);
  return [...new Set(names)].sort();
}

/** Long enough to be read, short enough to be typed. */
function confirmText(name: string, requests: number): string {
  if (requests === 0) return name;
  return requests === 1 ? 'delete 1 request' : `delete ${requests} requests`;
}
