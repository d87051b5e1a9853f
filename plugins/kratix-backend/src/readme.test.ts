import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  createOpenApiDocument,
  kratixPermissions,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  declaredKeys,
  fakePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { fakeSources } from './__testUtils__/fakeSources';
import { marketplaceMetrics } from './marketplace/marketplaceMetrics';
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
  metrics.createCounter.mockImplementation(name => {
    collected.push({ name, values: [] });
    return { add() {} };
  });
  marketplaceMetrics(metrics).observe(fakeSources({ id: 'ours' }));
  for (const { name } of collected) expect(readme).toContain(`\`${name}\``);
  const valuesOf = (name: string) =>
    collected.find(one => one.name === name)?.values;
  expect(valuesOf('kratix.platform.relists')).toHaveLength(2);
  expect(valuesOf('kratix.platform.delay')).toEqual([12]);
  expect(valuesOf('kratix.marketplace.listings')).toEqual([0, 0]);
  expect(valuesOf('kratix.marketplace.reads')).toBeDefined();
});

it('documents the keys that are read', () => {
  const guide = file('../../docs/guides/marketplace.md');
  for (const key of declaredKeys(join(__dirname, '../config.d.ts'))) {
    const name = key.split('.').pop();
    expect(readme + guide).toMatch(new RegExp(`\\b${name}\\b`));
  }
});
