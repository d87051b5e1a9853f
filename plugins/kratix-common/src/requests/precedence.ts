import type { Cause, RequestLabel, Tone } from '../api';
import { deletionBlocks, deletionProgress } from '../deletion';
import { requestFinalizers } from '../kratixNames';
import { pausedRule, retryingRule } from '../pipelines';
import {
  deliveringRule,
  misplacedRule,
  noDestinationRule,
  notDeliveredRule,
} from '../placements';
import { degradedRule, unhealthyRule } from './healthRules';
import { blockedRule, submittedRule, waitingRule } from './promiseRules';
import type { Situation } from './situation';
import { requestFailed, requestHeld, requestRunning } from './stepRules';

interface Rule {
  label: RequestLabel;
  tone: Tone;
  axis: 'delivery' | 'health';
  /** The causes that make the rule match; none = it does not. */
  causes: (situation: Situation) => Cause[];
}

// The order is the precedence: the first that matches is the headline.
const deletionRules: Rule[] = [
  {
    label: 'deletion-blocked',
    tone: 'error',
    axis: 'delivery',
    causes: situation => deletionBlocks(situation, requestFinalizers),
  },
  {
    label: 'deleting',
    tone: 'neutral',
    axis: 'delivery',
    causes: situation => deletionProgress(situation, requestFinalizers),
  },
];

const heldRules: Rule[] = [
  { label: 'paused', tone: 'warn', axis: 'delivery', causes: pausedRule },
  {
    label: 'waiting-for-approval',
    tone: 'action',
    axis: 'delivery',
    causes: requestHeld,
  },
  { label: 'failed', tone: 'error', axis: 'delivery', causes: requestFailed },
];

const deliveryRules: Rule[] = [
  {
    label: 'not-delivered',
    tone: 'error',
    axis: 'delivery',
    causes: notDeliveredRule,
  },
  {
    label: 'no-destination',
    tone: 'error',
    axis: 'delivery',
    causes: noDestinationRule,
  },
  { label: 'unhealthy', tone: 'error', axis: 'health', causes: unhealthyRule },
  { label: 'retrying', tone: 'warn', axis: 'delivery', causes: retryingRule },
];

// Movement. Said only where nothing above holds the steps.
const movingRules: Rule[] = [
  { label: 'blocked', tone: 'warn', axis: 'delivery', causes: blockedRule },
  {
    label: 'waiting-for-platform',
    tone: 'progress',
    axis: 'delivery',
    causes: waitingRule,
  },
  {
    label: 'in-progress',
    tone: 'progress',
    axis: 'delivery',
    causes: situation => {
      const running = requestRunning(situation);
      return running.length > 0 ? running : submittedRule(situation);
    },
  },
];

const deliveringRules: Rule[] = [
  {
    label: 'in-progress',
    tone: 'progress',
    axis: 'delivery',
    causes: deliveringRule,
  },
];

const restRules: Rule[] = [
  { label: 'misplaced', tone: 'warn', axis: 'delivery', causes: misplacedRule },
  { label: 'degraded', tone: 'warn', axis: 'health', causes: degradedRule },
];

/** A rule that matches, and why. @internal */
export interface Match {
  rule: Pick<Rule, 'label' | 'tone' | 'axis'>;
  causes: Cause[];
}

/** All rules that match, the loudest first. @internal */
export function matchesOf(situation: Situation): Match[] {
  const matches: Match[] = [];
  const apply = (rules: Rule[], firstOnly = false) => {
    let matched = false;
    for (const rule of rules) {
      const causes = rule.causes(situation);
      if (causes.length === 0) continue;
      matches.push({ rule, causes });
      matched = true;
      if (firstOnly) break;
    }
    return matched;
  };
  // What goes away needs no second reason.
  if (apply(deletionRules, true)) return matches;
  const held = apply(heldRules);
  apply(deliveryRules);
  const has = (label: RequestLabel) =>
    matches.some(({ rule }) => rule.label === label);
  if (!held && !has('retrying')) {
    const moving = apply(movingRules, true);
    // Files on their way are no second reason beside files that are stuck.
    if (!moving && !has('not-delivered')) apply(deliveringRules);
  }
  apply(restRules);
  return matches;
}
