import type {
  Cause,
  Flag,
  RequestDescription,
  RequestLabel,
  Tone,
} from '../api';
import { causeOf } from '../causes';
import {
  asNumber,
  generationOf,
  hasSwitch,
  isKubeObject,
  isoTime,
  isRecord,
  valueAt,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { describePlatform, isOutOfReach, staleCause } from '../platforms';
import { childCauses } from './children';
import { deletionBlocks, deletionProgress } from './deletion';
import type { RequestFacts } from './facts';
import { degradedRule, lateBy, unhealthyRule } from './healthRules';
import {
  deliveringRule,
  misplacedRule,
  noDestinationRule,
  notDeliveredRule,
} from '../placements';
import { approvalRule, pausedRule, retryingRule } from '../pipelines';
import { blockedRule, submittedRule, waitingRule } from './promiseRules';
import { railOf } from './rail';
import { readyCauses } from './readyCauses';
import { hasCome, recheckAt } from '../clock';
import { situationOf, type DescribeOptions, type Situation } from './situation';
import { requestFailed, requestRunning } from './stepRules';
import { versionCauses } from './versionRules';

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
    causes: deletionBlocks,
  },
  {
    label: 'deleting',
    tone: 'neutral',
    axis: 'delivery',
    causes: deletionProgress,
  },
];

const heldRules: Rule[] = [
  { label: 'paused', tone: 'warn', axis: 'delivery', causes: pausedRule },
  {
    label: 'waiting-for-approval',
    tone: 'action',
    axis: 'delivery',
    causes: approvalRule,
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

interface Match {
  rule: Pick<Rule, 'label' | 'tone' | 'axis'>;
  causes: Cause[];
}

function matchesOf(situation: Situation): Match[] {
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

/**
 * How a request is: one headline, all its causes with evidence, health,
 * version and the rail. Pure and total: whatever is missing or of a wrong type
 * counts as not known, and absence is never failure.
 *
 * @public
 */
export function describeRequest(
  facts: RequestFacts,
  options: DescribeOptions,
): RequestDescription {
  if (!facts) return describeRequest({}, options);
  if (!isKubeObject(facts.request)) return withoutRequest(facts, options);
  const situation = situationOf(facts, facts.request, options);
  const matches = matchesOf(situation);
  const ready = readyMatch(situation);
  const headline = matches.at(0) ?? ready;
  const delivery =
    matches.find(({ rule }) => rule.axis === 'delivery') ?? ready;
  const slow = slowCauses(situation, headline.rule.label);
  const causes = [
    ...matches.flatMap(match => match.causes),
    ...slow,
    ...(situation.deleting ? [] : childCauses(situation)),
    ...(matches.length === 0 ? ready.causes : []),
    ...(situation.deleting ? [] : versionCauses(situation)),
    ...previewCauses(situation),
  ];
  const away = isOutOfReach(facts.platform, options.now);
  if (away) causes.push(staleCause(facts.platform));
  const { label, tone } = headline.rule;
  const since = causes.at(0)?.since;
  const { record: _record, ...health } = situation.health;
  const {
    target: _target,
    revision: _revision,
    upgrade: _upgrade,
    ...version
  } = situation.version;
  const flags = flagsOf(situation, label, { away, slow: slow.length > 0 });
  const rail = railOf(situation);
  const recheck = recheckAt(situation);
  return {
    label,
    tone,
    causes,
    flags,
    ...(since && { since }),
    ...(recheck && { recheckAt: recheck }),
    delivery: delivery.rule.label,
    health,
    version,
    rail,
  };
}

function readyMatch(situation: Situation): Match {
  const { works, placements } = situation;
  const visible = works !== undefined && placements !== undefined;
  return {
    rule: {
      label: visible ? 'ready' : 'ready-delivery-not-visible',
      tone: 'ok',
      axis: 'delivery',
    },
    causes: readyCauses(situation, visible),
  };
}

function flagsOf(
  situation: Situation,
  label: RequestLabel,
  { away, slow }: { away: boolean; slow: boolean },
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

/** It takes longer than 9 of 10 others took. */
function slowCauses(situation: Situation, label: RequestLabel): Cause[] {
  const { usual, waitingSince } = situation;
  if (!usual.p90 || label !== 'in-progress' || waitingSince === undefined) {
    return [];
  }
  if (!hasCome(situation, waitingSince + usual.p90 * 1000)) return [];
  return [
    causeOf({
      id: 'slow',
      params: { p90: usual.p90 },
      responsible: 'nobody',
      since: isoTime(waitingSince),
    }),
  ];
}

function previewCauses({ request }: Situation): Cause[] {
  if (!hasSwitch(request, kratixLabels.dryRun)) return [];
  return [causeOf({ id: 'preview-label', responsible: 'platform-team' })];
}

/** What is not there may only not be here: lists that failed or still run. */
function cannotTell({ platform }: RequestFacts, now: number): boolean {
  if (!isRecord(platform)) return false;
  const { label } = describePlatform(platform, { now });
  return label !== 'connected' && label !== 'limited';
}

/** Nothing to describe: it is gone, or cannot be read now. */
function withoutRequest(
  facts: RequestFacts,
  options: DescribeOptions,
): RequestDescription {
  const away = cannotTell(facts, options.now);
  const label = away ? 'unknown' : 'gone';
  return {
    label,
    tone: 'neutral',
    causes: [
      away
        ? staleCause(facts.platform)
        : causeOf({ id: 'gone', responsible: 'nobody' }),
    ],
    flags: away ? ['last-known'] : [],
    delivery: label,
    health: { state: 'not-reported' },
    version: { state: 'unversioned', pinned: false },
    rail: [],
  };
}
