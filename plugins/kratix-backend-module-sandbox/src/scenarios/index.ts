import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { SimulationClock, Simulator } from '../simulator';

/** The worlds that a sandbox can begin with. @public */
export const scenarioNames = ['empty', 'busy', 'broken', 'many'] as const;

/** @public */
export type ScenarioName = (typeof scenarioNames)[number];

/** @public */
export interface SeedOptions {
  simulator: Simulator;
  /** Not yet running: the past is gone through in virtual time. */
  clock: SimulationClock;
  scenario: ScenarioName;
  /** How many requests the scenario `many` has. */
  requests?: number;
}

const promises = path.resolve(__dirname, '../../scenarios/promises');

const stateStore: KubeObject = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'BucketStateStore',
  metadata: { name: 'default' },
  spec: { bucketName: 'kratix', endpoint: 'store.sandbox.invalid' },
};

const destination: KubeObject = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Destination',
  metadata: { name: 'worker-1', labels: { environment: 'dev' } },
  spec: {
    path: 'worker-1',
    stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
  },
};

/** Puts a scenario's objects there, and lets Kratix act on them. @public */
export function seedScenario({ simulator, scenario }: SeedOptions) {
  if (scenario === 'empty') return;
  const { store } = simulator;
  store.create(stateStore);
  store.create(destination);
  for (const file of readdirSync(promises)) {
    store.create(parse(readFileSync(path.join(promises, file), 'utf8')));
  }
}
