import type { Cause } from '../api';
import { causeOf } from '../causes';
import { conditionFact, fact } from '../evidence';
import { conditionIs, conditionOf, hasSwitch, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';

/**
 * Somebody set the label `paused`. Kratix's condition follows within
 * milliseconds and gives the time; the label alone decides.
 *
 * @internal
 */
export function pausedRule(subject: { object: KubeObject }): Cause[] {
  const { object } = subject;
  if (!hasSwitch(object, kratixLabels.paused)) return [];
  const condition = conditionOf(object, 'Reconciled');
  const taken = conditionIs(condition, 'Unknown', 'PausedReconciliation');
  return [
    causeOf({
      id: 'paused',
      responsible: 'operator',
      since: taken ? condition?.lastTransitionTime : undefined,
      evidence: [
        fact(object, `metadata.labels[${kratixLabels.paused}]`, 'true'),
        ...(taken && condition ? [conditionFact(object, condition)] : []),
      ],
    }),
  ];
}
