import type { Cause, PromiseDescription, PromiseLabel, Tone } from '../api';
import { causeOf } from '../causes';
import { recheckAt as nextLook } from '../clock';
import { deletionBlocks, deletionProgress } from '../deletion';
import { promiseFinalizers } from '../kratixNames';
import { deletedAt, isKubeObject } from '../kube';
import { isOutOfReach, staleCause } from '../platforms';
import { promiseVersion } from '../versions';
import { apiConflict, apiInvalid } from './apiRules';
import {
  availableRule,
  preparingRule,
  unavailableRule,
} from './availabilityRules';
import type { PromiseFacts } from './facts';
import { noDestinationRule, notDeliveredRule } from '../placements';
import { releaseCauses } from './releaseRules';
import { missingRequirement } from './requirementRules';
import { promiseSituationOf, type PromiseSituation } from './situation';
import {
  promiseApproval,
  promiseFailed,
  promisePaused,
  promiseUpdating,
} from './stepRules';

interface Rule {
  label: PromiseLabel;
  tone: Tone;
  causes: (situation: PromiseSituation) => Cause[];
}

// The order is the precedence: the first that matches is the headline.
const rules: Rule[] = [
  {
    label: 'deletion-blocked',
    tone: 'error',
    causes: situation => deletionBlocks(situation, promiseFinalizers),
  },
  {
    label: 'deleting',
    tone: 'neutral',
    causes: situation => deletionProgress(situation, promiseFinalizers),
  },
  { label: 'api-conflict', tone: 'error', causes: apiConflict },
  { label: 'api-invalid', tone: 'error', causes: apiInvalid },
  { label: 'paused', tone: 'warn', causes: promisePaused },
  { label: 'missing-requirement', tone: 'error', causes: missingRequirement },
  { label: 'waiting-for-approval', tone: 'action', causes: promiseApproval },
  { label: 'failed', tone: 'error', causes: promiseFailed },
  { label: 'not-delivered', tone: 'error', causes: notDeliveredRule },
  { label: 'no-destination', tone: 'error', causes: noDestinationRule },
  { label: 'updating', tone: 'progress', causes: promiseUpdating },
  { label: 'preparing', tone: 'progress', causes: preparingRule },
  { label: 'unavailable', tone: 'error', causes: unavailableRule },
  { label: 'available', tone: 'ok', causes: availableRule },
];

// Said only where no louder reason explains the state already.
const fallbacks: readonly PromiseLabel[] = [
  'preparing',
  'unavailable',
  'available',
];

/**
 * How a Promise is: one headline with its causes, its requirements as they are
 * now, and whether a request would be worked on. Pure and total.
 *
 * @public
 */
export function describePromise(
  facts: PromiseFacts,
  options: { now: number },
): PromiseDescription {
  if (!facts) return describePromise({}, options);
  if (!isKubeObject(facts.promise)) return withoutPromise(facts, options.now);
  const situation = promiseSituationOf(facts, facts.promise, options.now);
  const matches: { rule: Rule; causes: Cause[] }[] = [];
  for (const rule of rules) {
    if (matches.length > 0 && fallbacks.includes(rule.label)) break;
    const causes = rule.causes(situation);
    if (causes.length > 0) matches.push({ rule, causes });
    // What goes away needs no second reason.
    if (matches.length > 0 && situation.deleting) break;
  }
  const headline = matches.at(0);
  const label = headline?.rule.label ?? 'unknown';
  const causes = [
    ...matches.flatMap(match => match.causes),
    ...releaseCauses(situation),
  ];
  const away = isOutOfReach(facts.platform, options.now);
  if (away) causes.push(staleCause(facts.platform));
  const since = causes.at(0)?.since;
  const version = promiseVersion(facts.promise);
  const recheckAt = nextLook(situation);
  return {
    label,
    tone: headline?.rule.tone ?? 'neutral',
    causes,
    flags: away ? ['last-known'] : [],
    ...(since && { since }),
    ...(recheckAt && { recheckAt }),
    ...(version && { version }),
    requirements: situation.requirements,
    requestable: isRequestable(situation, label),
  };
}

/**
 * Deleting, paused or broken Promises keep a request waiting; of an API that
 * two claim nobody knows which of them works on it.
 */
function isRequestable(
  situation: PromiseSituation,
  label: PromiseLabel,
): boolean {
  return (
    'api' in situation.api &&
    situation.availability.state === 'available' &&
    label !== 'deleting' &&
    label !== 'deletion-blocked' &&
    label !== 'api-conflict' &&
    label !== 'api-invalid' &&
    label !== 'missing-requirement' &&
    deletedAt(situation.promise) === undefined
  );
}

function withoutPromise(facts: PromiseFacts, now: number): PromiseDescription {
  const away = isOutOfReach(facts.platform, now);
  return {
    label: 'unknown',
    tone: 'neutral',
    causes: [
      away
        ? staleCause(facts.platform)
        : causeOf({ id: 'gone', responsible: 'nobody' }),
    ],
    flags: away ? ['last-known'] : [],
    requirements: [],
    requestable: false,
  };
}
