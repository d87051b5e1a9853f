import type { Cause } from '../api';
import { annotationOf, textAt } from '../kube';
import { kratixAnnotations } from '../kratixNames';
import { failedRule, runningRule } from '../pipelines';
import type { Situation } from './situation';

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
