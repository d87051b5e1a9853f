import type { PreflightFinding } from '../../api';
import { listAt, valueAt } from '../../kube';
import {
  labelText,
  schedulingVerdicts,
  selectorsIn,
  wantedLabels,
  type Verdict,
} from '../../placements';
import { findingOf } from './finding';
import type { PreflightInput } from './types';

/** Is there a Destination for what the Promise delivers? @internal */
export function destinationFindings({
  promise,
  platform,
}: PreflightInput): PreflightFinding[] {
  const delivers =
    listAt(promise, 'spec', 'dependencies').length > 0 ||
    ['promise', 'resource'].some(
      type =>
        listAt(promise, 'spec', 'workflows', type, 'configure').length > 0,
    );
  if (!delivers) return [];
  const selectors = selectorsIn(
    valueAt(promise, 'spec', 'destinationSelectors'),
  );
  const labels = labelText(wantedLabels(selectors));
  if (!platform.destinations) {
    return [
      findingOf('destinations', 'warning', {
        params: { labels, matching: '?', total: '?' },
        details: ['The Destinations could not be read'],
      }),
    ];
  }
  const verdicts = schedulingVerdicts(selectors, platform.destinations);
  const matching = verdicts.filter(({ matches }) => matches).length;
  return [
    findingOf('destinations', matching > 0 ? 'fine' : 'warning', {
      params: { labels, matching, total: verdicts.length },
      details: verdicts.map(verdictText),
    }),
  ];
}

function verdictText({ destination, lacks, reason }: Verdict): string {
  return reason === 'labels'
    ? `${destination}: lacks ${labelText(lacks)}`
    : `${destination}: ${reason}`;
}
