import { join } from 'node:path';
import type { KubeObject } from '../kube';
import { runGoldens } from '../testing';
import { requestHealth } from './requestHealth';

runGoldens<KubeObject[]>(
  join(__dirname, '__goldens__', 'requestHealth'),
  records => {
    const { record, ...health } = requestHealth(records);
    return record ? { ...health, from: record.metadata.name } : health;
  },
);

it('reports nothing where nothing can be read', () => {
  expect(requestHealth(undefined)).toEqual({ state: 'not-reported' });
});
