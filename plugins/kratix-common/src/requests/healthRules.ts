import type { Cause, CauseId } from '../api';
import { causeOf } from '../causes';
import { fact } from '../evidence';
import { isoTime, objectTitle, valueAt } from '../kube';
import { hasCome } from '../clock';
import type { Situation } from './situation';

/** @internal */
export function unhealthyRule(situation: Situation): Cause[] {
  return situation.health.state === 'unhealthy'
    ? [healthCause(situation, 'unhealthy')]
    : [];
}

/** @internal */
export function degradedRule(situation: Situation): Cause[] {
  return situation.health.state === 'degraded'
    ? [healthCause(situation, 'degraded')]
    : [];
}

/** @internal */
export function healthCause(situation: Situation, id: CauseId): Cause {
  const { health } = situation;
  const reported =
    health.reportedAt === undefined
      ? undefined
      : isoTime(health.reportedAt * 1000);
  return causeOf({
    id,
    params: { detail: health.detail, source: sourceOf(situation) },
    responsible: 'promise-author',
    since: reported,
    evidence: health.record
      ? [
          fact(
            health.record,
            'data.state',
            valueAt(health.record, 'data', 'state'),
            reported,
          ),
        ]
      : [],
  });
}

function sourceOf(situation: Situation): string | undefined {
  const { record } = situation.health;
  return record && objectTitle(record);
}

// A report counts as late after three of its usual gaps.
const gapsUntilLate = 3;

/** Seconds that reports usually lie apart, where the last one is late. @internal */
export function lateBy(situation: Situation): number | undefined {
  const { healthGap } = situation.usual;
  const { reportedAt } = situation.health;
  if (!healthGap || reportedAt === undefined) return undefined;
  const dueMs = (reportedAt + gapsUntilLate * healthGap) * 1000;
  return hasCome(situation, dueMs) ? healthGap : undefined;
}
