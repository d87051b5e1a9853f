import type { AffectedRequests, Freshness, UninstallImpact } from '../../api';
import { labelOf, nameOf, type KubeObject } from '../../kube';
import { kratixLabels } from '../../kratixNames';
import { targetDestination } from '../../placements';
import { uninstallDependents } from './uninstallDependents';
import { uninstallRisks } from './uninstallRisks';
import { uninstallWorks, type UninstallWork } from './uninstallWorks';

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
  works?: readonly UninstallWork[];
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
  children: UninstallImpact['children']['items'];
  /** How many requests of a Promise there are; `undefined`: not readable. */
  requestsOf: (promise: string) => number | undefined;
  platformOwner?: string;
  annotationPrefix: string;
  freshness: Freshness;
}

/** Of those that the person may see; the counts are of all. */
const mostItems = 200;
const mostChildren = 20;

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
    children: {
      total: facts.children.length,
      items: facts.children.slice(0, mostChildren),
    },
    dependents: uninstallDependents(facts),
    works: uninstallWorks(facts),
    destinations: destinationsOf(facts.placements),
    risks: uninstallRisks(facts),
    confirm: uninstallConfirm(name, requests?.total ?? 0),
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

function destinationsOf(
  placements: readonly KubeObject[] | undefined,
): string[] {
  const names = (placements ?? []).flatMap(one => targetDestination(one) ?? []);
  return [...new Set(names)].sort();
}

/**
 * What has to be typed: long enough to be read, short enough to be typed. It
 * changes with every request that comes or goes.
 *
 * @public
 */
export function uninstallConfirm(name: string, requests: number): string {
  if (requests === 0) return name;
  return requests === 1 ? 'delete 1 request' : `delete ${requests} requests`;
}
