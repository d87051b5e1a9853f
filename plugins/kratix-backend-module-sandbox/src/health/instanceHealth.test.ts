import type { HealthRecordObject } from '../simulator/kratixObjects';
import { healthStatus } from './instanceHealth';

const record = (
  state: string | undefined,
  other: Partial<HealthRecordObject['data']> = {},
): HealthRecordObject => ({
  metadata: { name: `r-${state}`, namespace: 'default' },
  data: { promiseRef: { name: 'redis' }, state, ...other },
});

describe('the health that Kratix writes to a request', () => {
  it.each([
    ['none left', [], 'ready'],
    ['one', [record('healthy')], 'healthy'],
    [
      'the worst of several',
      [record('healthy'), record('unhealthy'), record('unknown')],
      'unhealthy',
    ],
    [
      'degraded before unknown',
      [record('unknown'), record('degraded')],
      'degraded',
    ],
    [
      'unknown before healthy',
      [record('ready'), record('unknown'), record('healthy')],
      'unknown',
    ],
    ['no state is unknown', [record(undefined)], 'unknown'],
  ])('%s', (_situation, records, state) =>
    expect(healthStatus(records).state).toBe(state),
  );

  it('says where each comes from, and leaves out what was not reported', () => {
    const details = { checks: [{ ok: false }] };
    const { healthRecords } = healthStatus([
      record('degraded', { lastRun: 5, details }),
      record('healthy'),
    ]);
    expect(healthRecords).toEqual([
      {
        state: 'degraded',
        lastRun: 5,
        details,
        source: { name: 'r-degraded', namespace: 'default' },
      },
      {
        state: 'healthy',
        source: { name: 'r-healthy', namespace: 'default' },
      },
    ]);
  });
});
