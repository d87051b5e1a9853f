import type { Cause } from '../api';
import { causeOf } from '../causes';
import { fact } from '../evidence';
import {
  asText,
  deletedAt,
  hasLabel,
  hasSwitch,
  nameOf,
  namespaceOf,
  objectsIn,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { workflowOf } from '../pipelines';
import type { Situation } from './situation';

/**
 * Children that hold a compound request up. Only what a child says itself is
 * looked at; its own page says more.
 *
 * @internal
 */
export function childCauses(situation: Situation): Cause[] {
  const causes: Cause[] = [];
  for (const child of objectsIn(situation.facts.children) ?? []) {
    const trouble = childTrouble(child);
    if (!trouble) continue;
    causes.push(
      causeOf({
        id: 'child',
        params: {
          kind: asText(child.kind),
          name: nameOf(child),
          namespace: namespaceOf(child) || undefined,
          label: trouble.label,
        },
        responsible: 'nobody',
        since: trouble.since,
        evidence: [fact(child, trouble.field, trouble.value, trouble.since)],
      }),
    );
  }
  return causes;
}

function childTrouble(child: KubeObject) {
  if (deletedAt(child)) return undefined;
  if (hasSwitch(child, kratixLabels.paused)) {
    const field = 'metadata.labels[kratix.io/paused]';
    return { label: 'paused', field, value: 'true', since: undefined };
  }
  const { failed, running, suspended } = workflowOf(child, undefined);
  const step = running ? undefined : failed ?? suspended;
  if (step) {
    const field = `status.kratix.workflows.pipelines[${step.name}].phase`;
    const label = labelFor(step.phase, step.nextRetryAt);
    return { label, field, value: step.phase, since: step.since };
  }
  if (hasLabel(child, kratixLabels.workflowSuspended)) {
    const field = 'metadata.labels[kratix.io/workflow-suspended]';
    return {
      label: 'waiting-for-approval',
      field,
      value: 'present',
      since: undefined,
    };
  }
  return undefined;
}

function labelFor(phase: string, nextRetryAt: string | undefined): string {
  if (phase === 'failed') return 'failed';
  return nextRetryAt ? 'retrying' : 'waiting-for-approval';
}
