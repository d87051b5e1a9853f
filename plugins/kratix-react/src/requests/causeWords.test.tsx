import {
  causeIdSchema,
  type Cause,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { renderHook } from '@testing-library/react';
import { TestApiProvider, mockApis } from '@backstage/frontend-test-utils';
import { errorApiRef, translationApiRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { aCause } from '../testing';
import { useCauseWords } from './useCauseWords';

function wordsOf(cause: Cause) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  const { result } = renderHook(() => useCauseWords(), { wrapper });
  return result.current(cause);
}

/** Every parameter that the descriptions are known to give. */
const everyParam = {
  ...{ step: 'create-db', i: 1, n: 3, container: 'main', code: 3 },
  ...{ image: 'db:1', reason: 'SecretNotFound', message: 'Too costly' },
  ...{ interval: '10h', attempt: 2, nextRetryAt: '2030-01-01T00:00:00Z' },
  ...{ dest: 'worker-1', store: 'default', labels: 'env=prod' },
  ...{ missing: 'env=prod', error: 'no space', promise: 'redis' },
  ...{ requirement: 'runtime', version: 'v1', wanted: 'v2', latest: 'v3' },
  ...{ state: 'not-installed', cause: 'failed', a: 'app', b: 'app-ws' },
  ...{ crd: 'apps.example.com', stage: 'kratix.io/work-cleanup', done: 1 },
  ...{ total: 4, finalizer: 'kratix.io/work-cleanup', detail: '1 of 3 down' },
  ...{ usualGap: 60, pinned: 'yes', failed: 'v2', choices: 'v1, v2' },
  ...{ p50: 240, p90: 540, kind: 'Redis', name: 'cache', label: 'failed' },
  ...{ platform: 'EU', namespace: 'payments', url: 'https://example.com' },
  ...{ found: 'v9', first: 'no' },
};

it.each([
  [
    { missing: 'env=prod' },
    'No Destination has env=prod. Closest: worker-1, lacks env=prod.',
  ],
  [{}, 'No Destination has env=prod.'],
])('names the nearest Destination with what it lacks: %j', (more, why) => {
  const params = { labels: 'env=prod', dest: 'worker-1', ...more };
  expect(wordsOf(aCause({ id: 'no-destination', params })).why).toBe(why);
});

it.each([
  ['10h', 'within 10 h.'],
  ['1h30m', 'within 1 h 30 min.'],
  ['45s', 'within 45 s.'],
  ['soon', 'within soon.'],
])('says how often Kratix tries by itself: %s', (interval, said) => {
  const params = { step: 'create-db', interval };
  expect(wordsOf(aCause({ id: 'step-failed', params })).next).toContain(said);
});

describe('every cause has its sentences', () => {
  it.each(causeIdSchema.options)('%s, with all that can be known', id => {
    const words = wordsOf(
      aCause({ id, params: everyParam, since: '2026-03-02T09:03:00Z' }),
    );
    const all = Object.values(words).join(' ');
    expect(words.headline.length).toBeGreaterThan(3);
    expect(words.headline.length).toBeLessThanOrEqual(80);
    expect(all).not.toMatch(/\{\{|undefined|not known/);
  });

  it.each(causeIdSchema.options)('%s, with nothing known', id => {
    const words = wordsOf(aCause({ id }));
    expect(words.headline).not.toBe('');
    expect(Object.values(words).join(' ')).not.toMatch(/\{\{|undefined|NaN/);
  });
});

it('tells a failed change from a failed start', () => {
  const params = { step: 'create-db', i: 1, n: 3, container: 'main', code: 3 };
  const failed = (first: string) =>
    wordsOf(aCause({ id: 'step-failed', params: { ...params, first } }));
  expect(failed('yes').headline).toBe('It could not be set up');
  expect(failed('no').headline).toBe('The latest change did not go through');
  expect(failed('no').why).toBe(
    'Step “create-db” (1 of 3) stopped: container main ended with code 3.',
  );
});
