import type { Cause } from '../api';
import { causeOf } from '../causes';
import { fact } from '../evidence';
import { asNumber, namespaceOf, valueAt } from '../kube';
import { healthCause, lateBy } from './healthRules';
import type { Situation } from './situation';

/** Why a request counts as ready, and what is not known about it. @internal */
export function readyCauses(situation: Situation, visible: boolean): Cause[] {
  const causes: Cause[] = [];
  if (!visible) {
    causes.push(
      causeOf({
        id: 'no-access',
        params: { namespace: namespaceOf(situation.request) },
        responsible: 'nobody',
      }),
    );
  }
  const gap = lateBy(situation);
  if (gap !== undefined) {
    causes.push({
      ...healthCause(situation, 'health-late'),
      params: { usualGap: gap },
    });
  } else if (situation.health.state === 'unknown') {
    causes.push(healthCause(situation, 'health-unknown'));
  }
  causes.push(doneCause(situation));
  return causes;
}

function doneCause(situation: Situation): Cause {
  const { request, hasSteps, works, health } = situation;
  const observed = asNumber(valueAt(request, 'status', 'observedGeneration'));
  const evidence = [fact(request, 'status.observedGeneration', observed)];
  if (hasSteps === false) {
    return causeOf({ id: 'done-no-steps', responsible: 'nobody', evidence });
  }
  const writes = (works ?? []).flatMap(one => one.placements);
  const last = writes.at(0);
  if (last?.write.condition) {
    evidence.push(
      fact(
        last.placement,
        'status.conditions[WriteSucceeded]',
        last.write.condition.status,
        last.write.condition.lastTransitionTime,
      ),
    );
  }
  return causeOf({
    id: health.state === 'not-reported' ? 'health-none' : 'done',
    params: { placements: writes.length },
    responsible: 'nobody',
    evidence,
  });
}
