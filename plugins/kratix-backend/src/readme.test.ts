import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  createOpenApiDocument,
  kratixPermissions,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { readRequestKind } from './config/readRequestKind';
import { kratixRequestRules } from './permissions/rules';
import { reportPlatformMetrics } from './platforms/platformMetrics';

const file = (name: string) =>
  readFileSync(join(__dirname, '..', name), 'utf8');
const readme = file('README.md');

it('lists every route', () => {
  const { paths } = createOpenApiDocument() as {
    paths: Record<string, object>;
  };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      method => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    ),
  );
  const listed = [...readme.matchAll(/^\| `(\w+ \/\S*)`/gm)].map(
    ([, route]) => route,
  );
  expect(listed.sort()).toEqual(routes.sort());
});

it('names every permission and rule', () => {
  for (const { name } of [
    ...kratixPermissions,
    ...Object.values(kratixRequestRules),
  ]) {
    expect(readme).toContain(`\`${name}\``);
  }
});

it('names every metric', () => {
  const metrics = metricsServiceMock.mock();
  const collected: { name: string; values: number[] }[] = [];
  const observable = (name: string) => ({
    addCallback(callback: (result: { observe(value: number): void }) => void) {
      const values: number[] = [];
      callback({ observe: value => values.push(value) });
      collected.push({ name, values });
    },
    removeCallback() {},
  });
  metrics.createObservableCounter.mockImplementation(observable);
  metrics.createObservableGauge.mockImplementation(observable);
  const platforms = fakePlatforms({ platforms: [{ id: 'eu' }, { id: 'us' }] });
  platforms.get('eu').setFacts({ delayMs: 12 });
  reportPlatformMetrics(metrics, platforms);
  for (const { name } of collected) expect(readme).toContain(`\`${name}\``);
  const valuesOf = (name: string) =>
    collected.find(one => one.name === name)?.values;
  expect(valuesOf('kratix.platform.relists')).toHaveLength(2);
  expect(valuesOf('kratix.platform.delay')).toEqual([12]);
});

it('documents the keys that are read, and reads those that are documented', () => {
  const key = 'catalog.providers.kratix.requestKind';
  const config = mockServices.rootConfig({
    data: { catalog: { providers: { kratix: { requestKind: 'Component' } } } },
  });
  expect(readRequestKind(config)).toBe('Component');
  expect(readme).toContain(`\`${key}\``);
  const keys = [...file('config.d.ts').matchAll(/^\s+(\w+)\?:/gm)];
  expect(keys.map(([, name]) => name).join('.')).toBe(key);
});
