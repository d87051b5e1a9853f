import type {
  Freshness,
  RequestDescription,
  RequestDetail,
  RequestView,
} from '../api';
import {
  asNumber,
  asText,
  deletedAt,
  epochMs,
  isoTime,
  nameOf,
  namespaceOf,
  textAt,
  valueAt,
  type KubeObject,
} from '../kube';
import {
  filesIn,
  misplacement,
  targetDestination,
  workNameOf,
  writeOf,
} from '../placements';
import type { RequestFacts } from './facts';
import { outputsView } from './outputsView';
import { settingsView } from './settingsView';

/** What the page of a request is made from, beside its view. @public */
export interface RequestDetailInput {
  view: RequestView;
  /** With evidence. */
  description: RequestDescription;
  freshness: Freshness;
  request: KubeObject;
  facts: RequestFacts;
  /** `openAPIV3Schema` of the Promise's API, where known. */
  schema?: unknown;
  /** Annotation `px/outputs` of the Promise. */
  outputsHint?: string;
  /** By the Promise's author; untrusted. */
  help?: string;
  allowed: RequestDetail['allowed'];
  /** Epoch milliseconds. */
  now: number;
}

/** The page of one request. @public */
export function requestDetailView(input: RequestDetailInput): RequestDetail {
  const { request, facts } = input;
  return {
    ...input.view,
    description: input.description,
    freshness: input.freshness,
    generation: asNumber(valueAt(request, 'metadata', 'generation')),
    observedGeneration: asNumber(
      valueAt(request, 'status', 'observedGeneration'),
    ),
    outputs: outputsView(request, input.outputsHint),
    help: input.help,
    settings: settingsView(request, input.schema),
    runsOn: runsOn(facts),
    binding: bindingOf(facts.binding),
    nextRunAt: nextRunAt(request, facts.promise, input.now),
    allowed: input.allowed,
  };
}

/** Where its files are, by placement; what is on its way out no longer counts. */
function runsOn({ works, placements }: RequestFacts): RequestDetail['runsOn'] {
  return (placements ?? []).flatMap(placement => {
    const destination = targetDestination(placement);
    if (!destination || deletedAt(placement)) return [];
    const work = works?.find(
      one =>
        nameOf(one) === workNameOf(placement) &&
        namespaceOf(one) === namespaceOf(placement),
    );
    return [
      {
        destination,
        write: misplacement(placement)
          ? 'misplaced'
          : writeOf(placement, work).state,
        files: filesIn(valueAt(placement, 'spec', 'workloads')).length,
      },
    ];
  });
}

function bindingOf(binding: KubeObject | undefined): RequestDetail['binding'] {
  const version = textAt(binding, 'spec', 'version');
  if (!version) return undefined;
  const lastApplied = textAt(binding, 'status', 'lastAppliedVersion');
  return { version, ...(lastApplied && { lastApplied }) };
}

/** Where neither Promise nor platform says otherwise. */
const usualIntervalMs = 10 * 60 * 60 * 1000;

/**
 * Kratix runs the steps again that long after they last passed. Nothing is
 * said where they never did.
 */
function nextRunAt(
  request: KubeObject,
  promise: KubeObject | undefined,
  now: number,
): string | undefined {
  const passed =
    valueAt(
      request,
      'status',
      'kratix',
      'workflows',
      'lastSuccessfulConfigureWorkflowTime',
    ) ?? valueAt(request, 'status', 'lastSuccessfulConfigureWorkflowTime');
  const at = epochMs(passed);
  if (at === undefined || request.metadata.deletionTimestamp) return undefined;
  const given =
    valueAt(
      promise,
      'metadata',
      'annotations',
      'kratix.io/reconciliation-interval',
    ) ??
    valueAt(promise, 'spec', 'workflows', 'config', 'reconciliationInterval');
  const next = at + (durationMs(asText(given)) ?? usualIntervalMs);
  // Overdue: when it comes nobody knows.
  return next > now ? isoTime(next) : undefined;
}

const unitMs: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000 };

/** A duration as Go writes it: `1h30m`. */
function durationMs(text: string | undefined): number | undefined {
  if (!text || !/^(\d+(\.\d+)?[hms])+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)([hms])/g)) {
    total += Number(amount) * unitMs[unit];
  }
  return total;
}
