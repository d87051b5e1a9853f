import {
  aCondition,
  anHourLater,
  anObject,
  promiseSituation,
} from '../testing';
import { describePromise } from './describePromise';

it('tells what its release could not install, beside its own state', () => {
  const release = anObject('PromiseRelease', {
    name: 'redis',
    spec: {
      version: 'v3.0.0',
      sourceRef: { url: 'https://bot:hunter2@example.org/redis.yaml' },
    },
    status: {
      conditions: [
        aCondition('Installed', 'False', 'VersionNotMatching', {
          message:
            'Version labels do not match, found: v2.0.0, expected: v3.0.0',
        }),
      ],
    },
  });
  const description = describePromise(promiseSituation({ release }), {
    now: anHourLater,
  });
  expect(description).toMatchObject({
    label: 'available',
    causes: [
      { id: 'done' },
      {
        id: 'release-mismatch',
        params: { found: 'v2.0.0', wanted: 'v3.0.0' },
      },
    ],
  });
  expect(JSON.stringify(description)).not.toContain('hunter2');
});
