import type {
  DestinationObject,
  WorkloadGroup,
} from '../simulator/kratixObjects';
import { label } from '../simulator/labels';

/**
 * What a group of files asks of its Destination: all labels of all selectors.
 * On a conflict the Promise wins over its workflow, that over the request's.
 * Pure.
 *
 * @internal
 */
export function wantedLabels({
  destinationSelectors = [],
}: WorkloadGroup): Record<string, string> {
  const rank = ['resource-workflow', 'promise-workflow', 'promise'];
  const ordered = [...destinationSelectors].sort(
    (a, b) => rank.indexOf(a.source ?? '') - rank.indexOf(b.source ?? ''),
  );
  return Object.assign({}, ...ordered.map(one => one.matchLabels));
}

/** The Destinations that a group may go to (reference §10.1). Pure. @internal */
export function matchingDestinations(
  destinations: DestinationObject[],
  group: WorkloadGroup,
  isDryRun: boolean,
): DestinationObject[] {
  const wanted = Object.entries(wantedLabels(group));
  return destinations.filter(({ metadata, spec }) => {
    if (metadata.deletionTimestamp) return false;
    const { labels = {} } = metadata;
    if ((labels[label.dryRun] === 'true') !== isDryRun) return false;
    if (wanted.length > 0) {
      return wanted.every(([key, value]) => labels[key] === value);
    }
    return !spec.strictMatchLabels || Object.keys(labels).length === 0;
  });
}
