import type { HealthRecordObject } from '../simulator/kratixObjects';

const worstFirst = ['unhealthy', 'degraded', 'unknown', 'healthy', 'ready'];

/**
 * What Kratix writes to a request's `status.healthStatus` from records
 * (reference §14). Pure.
 *
 * @internal
 */
export function healthStatus(records: HealthRecordObject[]) {
  const states = records.map(one => one.data.state ?? 'unknown');
  return {
    state: worstFirst.find(one => states.includes(one)) ?? 'ready',
    healthRecords: records.map(({ data, metadata }) => ({
      state: data.state ?? 'unknown',
      ...(data.lastRun !== undefined && { lastRun: data.lastRun }),
      ...(data.details !== undefined && { details: data.details }),
      source: { name: metadata.name, namespace: metadata.namespace },
    })),
  };
}
