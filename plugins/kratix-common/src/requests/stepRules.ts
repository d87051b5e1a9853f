import type { Cause } from '../api';
import { causeOf } from '../causes';
import { annotationOf, epochMs, isRecord, quotable, textAt } from '../kube';
import { kratixAnnotations } from '../kratixNames';
import { approvalRule, failedRule, runningRule } from '../pipelines';
import type { Situation } from './situation';

/** A person has to decide, or has decided that it comes back. @internal */
export function requestHeld(situation: Situation): Cause[] {
  const held = approvalRule(situation);
  return held.length > 0 ? [...sentBack(situation), ...held] : [];
}

function sentBack({ facts, workflow }: Situation): Cause[] {
  const answer: unknown = facts.sentBack;
  if (!isRecord(answer)) return [];
  const at = epochMs(answer.at);
  if (at === undefined) return [];
  // Suspended again since then: the answer was about what it was before.
  const since = epochMs(workflow.suspended?.since);
  if (since !== undefined && at < since) return [];
  return [
    causeOf({
      id: 'sent-back',
      params: {
        reason: quotable(textAt(answer, 'reason')),
        by: quotable(textAt(answer, 'by')),
      },
      responsible: 'you',
      since: textAt(answer, 'at'),
    }),
  ];
}

/** @internal */
export function requestFailed(situation: Situation): Cause[] {
  return failedRule(situation, () => ({
    first: neverPassed(situation) ? 'yes' : 'no',
    interval: intervalOf(situation),
  }));
}

/** @internal */
export function requestRunning(situation: Situation): Cause[] {
  return runningRule(situation, () => ({
    first: neverPassed(situation) ? 'yes' : 'no',
    p50: situation.usual.p50,
  }));
}

/** Nothing was ever set up, so nothing runs on in its old shape. */
function neverPassed({ request, facts }: Situation): boolean {
  return (
    textAt(request, 'status', 'promiseVersion') === undefined &&
    textAt(facts.binding, 'status', 'lastAppliedVersion') === undefined
  );
}

/** How often Kratix runs the steps again by itself. */
function intervalOf({ facts, version }: Situation): string {
  const { promise } = facts;
  const { revision } = version;
  const path = ['workflows', 'config', 'reconciliationInterval'];
  return (
    annotationOf(revision, kratixAnnotations.reconciliationInterval) ??
    textAt(revision, 'spec', 'promiseSpec', ...path) ??
    annotationOf(promise, kratixAnnotations.reconciliationInterval) ??
    textAt(promise, 'spec', ...path) ??
    '10h'
  );
}
