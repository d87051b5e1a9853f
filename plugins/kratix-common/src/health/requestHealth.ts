import type { RequestDescription } from '../api';
import {
  asNumber,
  deletedAt,
  isRecord,
  isSecretKey,
  quotable,
  textAt,
  valueAt,
  type KubeObject,
} from '../kube';

const worstFirst = ['unhealthy', 'degraded', 'unknown', 'healthy'] as const;

type ReportedState = (typeof worstFirst)[number];

const meaning = new Map<unknown, ReportedState>([
  ['healthy', 'healthy'],
  // Kratix's weakest word for "fine"; people need no second one.
  ['ready', 'healthy'],
  ['degraded', 'degraded'],
  ['unhealthy', 'unhealthy'],
  ['unknown', 'unknown'],
]);

/** How an instance is, and the record that says so. @public */
export type RequestHealth = RequestDescription['health'] & {
  /** The worst record. */
  record?: KubeObject;
};

/**
 * How an instance is, from the HealthRecords about it. The roll-up that Kratix
 * keeps in the request's status is not used: deleting one record makes it the
 * sum of everybody else's (recording 13). Records that are being deleted do not
 * count.
 *
 * @public
 */
export function requestHealth(
  records: readonly KubeObject[] | undefined,
): RequestHealth {
  let worst: { state: ReportedState; record: KubeObject } | undefined;
  let reportedAt = 0;
  for (const record of records ?? []) {
    if (deletedAt(record)) continue;
    const state = meaning.get(valueAt(record, 'data', 'state')) ?? 'unknown';
    // 0 means that no time was reported, not 1970.
    reportedAt = Math.max(
      reportedAt,
      asNumber(valueAt(record, 'data', 'lastRun')) ?? 0,
    );
    if (!worst || worstFirst.indexOf(state) < worstFirst.indexOf(worst.state)) {
      worst = { state, record };
    }
  }
  if (!worst) return { state: 'not-reported' };
  const health: RequestHealth = { state: worst.state, record: worst.record };
  if (reportedAt > 0) health.reportedAt = reportedAt;
  const detail = firstDetail(valueAt(worst.record, 'data', 'details'));
  if (detail) health.detail = detail;
  return health;
}

/** The first sentence in free-form details: a text, or `key: value`. */
function firstDetail(details: unknown): string | undefined {
  if (typeof details === 'string') return quotable(details);
  if (!isRecord(details)) return undefined;
  for (const key of ['message', 'reason', 'error', 'summary']) {
    const text = textAt(details, key);
    if (text) return quotable(text);
  }
  for (const [key, value] of Object.entries(details)) {
    if (isSecretKey(key)) continue;
    if (['string', 'number', 'bigint'].includes(typeof value)) {
      return quotable(`${key}: ${value}`);
    }
  }
  return undefined;
}
