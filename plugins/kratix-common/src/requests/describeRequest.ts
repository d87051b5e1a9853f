import type { Cause, RequestDescription, RequestLabel } from '../api';
import { causeOf } from '../causes';
import { hasCome, recheckAt } from '../clock';
import { hasSwitch, isKubeObject, isoTime, isRecord } from '../kube';
import { kratixLabels } from '../kratixNames';
import { describePlatform, isOutOfReach, staleCause } from '../platforms';
import { childCauses } from './children';
import type { RequestFacts } from './facts';
import { flagsOf } from './flags';
import { matchesOf, type Match } from './precedence';
import { railOf } from './rail';
import { readyCauses } from './readyCauses';
import { situationOf, type DescribeOptions, type Situation } from './situation';
import { versionCauses } from './versionRules';

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
  const flags = flagsOf(situation, label, {
    away,
    slow: slow.length > 0,
    sentBack: causes.some(({ id }) => id === 'sent-back'),
  });
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
