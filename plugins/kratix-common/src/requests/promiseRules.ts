import type { Cause } from '../api';
import { causeOf } from '../causes';
import { conditionFact, contradicted, fact } from '../evidence';
import {
  asNumber,
  conditionIs,
  conditionOf,
  createdAt,
  epochMs,
  generationOf,
  isoTime,
  nameOf,
  labelOf,
  objectTitle,
  quotable,
  valueAt,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { listedSteps, stepFact } from '../pipelines';
import { hasCome } from '../clock';
import type { Situation } from './situation';

const patienceMs = 10_000;
const platformTeamAfterMs = 120_000;

/** Not worked off, because its Promise cannot work now. @internal */
export function blockedRule(situation: Situation): Cause[] {
  const { unprocessed, workflow, availability, facts, request } = situation;
  if (!unprocessed || workflow.running) return [];
  const { promise } = facts;
  const promiseName =
    nameOf(promise) || (labelOf(request, kratixLabels.promiseName) ?? '');
  const saysNo = conditionIs(situation.promiseCondition, 'False');
  const word = situation.promiseCondition;
  // What the Promise says of itself is newer than what the request remembers.
  const unavailable = promise ? availability.state === 'unavailable' : saysNo;
  const evidence = [
    ...(availability.condition && promise
      ? [conditionFact(promise, availability.condition)]
      : []),
    ...(saysNo && word ? [conditionFact(request, word)] : []),
  ];
  if (availability.state === 'paused') {
    return [
      causeOf({
        id: 'promise-paused',
        params: { promise: promiseName },
        responsible: 'platform-team',
        since: availability.condition?.lastTransitionTime,
        evidence,
      }),
    ];
  }
  if (!unavailable) return [];
  return [
    causeOf({
      id: 'promise-unavailable',
      params: { promise: promiseName, cause: promiseTrouble(situation) },
      responsible: 'platform-team',
      since:
        availability.condition?.lastTransitionTime ?? word?.lastTransitionTime,
      platformSays: quotable(availability.condition?.message ?? word?.message),
      evidence,
    }),
  ];
}

/** Why the Promise is unavailable, as far as it tells itself. */
function promiseTrouble(situation: Situation): string {
  const { promise } = situation.facts;
  if (listedSteps(promise, 'configure').some(one => one.phase === 'failed')) {
    return 'failed';
  }
  const requirements = conditionOf(promise, 'RequirementsFulfilled');
  if (conditionIs(requirements, 'False')) return 'requirement';
  return 'unavailable';
}

/** Nobody has picked it up for too long. @internal */
export function waitingRule(situation: Situation): Cause[] {
  const { unprocessed, workflow, waitingSince, request, now } = situation;
  if (!unprocessed || workflow.running || workflow.pending) return [];
  if (isFinishing(situation)) return [];
  if (situation.version.state === 'version-missing') return waiting(situation);
  if (waitingSince === undefined) return [];
  if (!hasCome(situation, waitingSince + patienceMs)) return [];
  // From then on the text names somebody.
  hasCome(situation, waitingSince + platformTeamAfterMs);
  return waiting(situation);

  function waiting({ promiseCondition }: Situation): Cause[] {
    const long =
      waitingSince !== undefined && now - waitingSince >= platformTeamAfterMs;
    return [
      causeOf({
        id: 'waiting-platform',
        responsible: long ? 'platform-team' : 'nobody',
        since: isoTime(waitingSince),
        evidence: [
          ...generationFacts(situation),
          ...(promiseCondition && conditionIs(promiseCondition, 'False')
            ? [
                contradicted(
                  conditionFact(request, promiseCondition),
                  objectTitle(situation.facts.promise, 'Promise'),
                ),
              ]
            : []),
        ],
      }),
    ];
  }
}

/** Just submitted or changed; Kratix has not looked at it. @internal */
export function submittedRule(situation: Situation): Cause[] {
  const { unprocessed, workflow, request } = situation;
  if (!unprocessed || workflow.running || workflow.pending) return [];
  const first = valueAt(request, 'status', 'observedGeneration') === undefined;
  if (isFinishing(situation)) return [finishing(situation)];
  return [
    causeOf({
      id: 'submitted',
      params: { first: first ? 'yes' : 'no' },
      responsible: 'nobody',
      since: first
        ? createdAt(request)
        : isoTime(asNumber(situation.facts.generationSeenAt)),
      evidence: generationFacts(situation),
    }),
  ];
}

/**
 * The steps of this very generation are through; Kratix writes down the outcome
 * piece by piece.
 */
function isFinishing({ workflow, facts, request }: Situation): boolean {
  const { steps, done, jobs } = workflow;
  if (steps.length === 0 || done < steps.length) return false;
  if (
    asNumber(valueAt(request, 'status', 'observedGeneration')) === undefined
  ) {
    return true;
  }
  const changed = asNumber(facts.generationSeenAt);
  const last = jobs.get(steps[steps.length - 1].name);
  const began = epochMs(createdAt(last));
  // Times of objects are whole seconds.
  return (
    changed !== undefined && began !== undefined && began >= changed - 1000
  );
}

function finishing({ workflow, request }: Situation): Cause {
  const last = workflow.steps[workflow.steps.length - 1];
  return causeOf({
    id: 'in-progress',
    params: {
      step: last.name,
      i: workflow.steps.length,
      n: workflow.steps.length,
      phase: 'finishing',
    },
    responsible: 'nobody',
    since: last.since,
    evidence: [stepFact(request, last)],
  });
}

function generationFacts(situation: Situation) {
  const { request, accepted } = situation;
  if (!accepted) {
    return [
      fact(request, `metadata.labels[${kratixLabels.promiseName}]`, 'absent'),
    ];
  }
  const observed = asNumber(valueAt(request, 'status', 'observedGeneration'));
  return [
    fact(request, 'metadata.generation', generationOf(request)),
    fact(request, 'status.observedGeneration', observed),
  ];
}
