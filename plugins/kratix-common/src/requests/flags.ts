import type { Flag, RequestLabel } from '../api';
import { asNumber, generationOf, hasSwitch, valueAt } from '../kube';
import { kratixLabels } from '../kratixNames';
import { lateBy } from './healthRules';
import type { Situation } from './situation';

/** What else there is to say in a word, beside the headline. @internal */
export function flagsOf(
  situation: Situation,
  label: RequestLabel,
  { away, slow, sentBack }: Record<'away' | 'slow' | 'sentBack', boolean>,
): Flag[] {
  const { request, availability, version, workflow } = situation;
  const flags: Flag[] = [];
  const note = (flag: Flag, when: boolean) => {
    if (when) flags.push(flag);
  };
  note(
    'promise-unavailable',
    availability.state === 'unavailable' || availability.state === 'paused',
  );
  note('outdated', isOutdated(version));
  note('pinned', version.pinned);
  note('upgrading', version.state === 'upgrading');
  note('upgrade-failed', version.state === 'upgrade-failed');
  note('last-run-failed', workflow.failed !== undefined && label !== 'failed');
  note(
    'unhealthy',
    situation.health.state === 'unhealthy' && label !== 'unhealthy',
  );
  note('health-late', lateBy(situation) !== undefined);
  note('slower-than-usual', slow);
  note('sent-back', sentBack);
  note('preview-only', hasSwitch(request, kratixLabels.dryRun));
  const observed = asNumber(valueAt(request, 'status', 'observedGeneration'));
  note(
    'change-not-processed',
    !situation.deleting &&
      observed !== undefined &&
      observed !== generationOf(request),
  );
  note('last-known', away);
  return flags;
}

function isOutdated(version: Situation['version']): boolean {
  return (
    version.applied !== undefined &&
    version.latest !== undefined &&
    version.applied !== version.latest
  );
}
