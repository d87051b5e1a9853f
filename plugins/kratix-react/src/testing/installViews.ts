import type {
  InstallationView,
  PreflightFinding,
  PreflightReport,
  UninstallImpact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aPromiseDescription } from './descriptions';
import { aFreshness } from './views';

/** @public */
export function aFinding(
  given: Partial<PreflightFinding> = {},
): PreflightFinding {
  const check = given.check ?? 'document';
  return { id: check, check, level: 'fine', params: {}, details: [], ...given };
}

/** Redis on the platform that has nothing, and nothing in its way. @public */
export function aPreflightReport(
  given: Partial<PreflightReport> = {},
): PreflightReport {
  return {
    source: 'community',
    entry: 'redis',
    platform: 'eu-dev',
    kind: 'install',
    seal: '0123456789abcdef',
    findings: [aFinding(), aFinding({ check: 'access' })],
    plan: [
      {
        name: 'redis',
        version: 'v0.2.0',
        source: 'community',
        entry: 'redis',
        title: 'Redis',
      },
    ],
    creates: [{ kind: 'Promise', names: ['redis'] }],
    methods: [
      { method: 'promise', possible: true },
      { method: 'release', possible: true },
    ],
    freshness: aFreshness(),
    ...given,
  };
}

/** What an upgrade of Redis would change. @public */
export function anUpgrade(
  given: Partial<NonNullable<PreflightReport['upgrade']>> = {},
): NonNullable<PreflightReport['upgrade']> {
  return {
    from: 'v0.1.0',
    to: 'v0.2.0',
    generation: 7,
    changes: {
      api: [
        { kind: 'field-added', path: 'spec.tier', breaking: false },
        {
          kind: 'values-narrowed',
          path: 'spec.size',
          breaking: true,
          before: '["small","large","huge"]',
          after: '["small","large"]',
        },
      ],
      other: [
        {
          about: 'image',
          change: 'changed',
          name: 'resource.configure/instance-configure/create',
          before: 'registry.example.com/redis:v0.1.0',
          after: 'registry.example.com/redis:v0.2.0',
        },
      ],
      before: 'kind: Promise\nspec:\n  tier: old\n',
      after: 'kind: Promise\nspec:\n  tier: new\n',
    },
    requests: {
      total: 3,
      byOwner: [
        { owner: 'group:default/payments', count: 2 },
        { owner: '', count: 1 },
      ],
      hidden: 1,
    },
    refused: [
      {
        ref: {
          platform: 'eu-dev',
          crd: 'redis.marketplace.example.com',
          namespace: 'payments',
          name: 'sessions',
        },
        owner: 'group:default/payments',
        problems: ['spec.size: must be one of small, large'],
      },
    ],
    refusedTotal: 2,
    ...given,
  };
}

/** Available, unless told otherwise. @public */
export function anInstallation(
  given: Partial<InstallationView> = {},
): InstallationView {
  return {
    platform: 'eu-dev',
    name: 'redis',
    state: 'available',
    method: 'promise',
    version: 'v0.2.0',
    stages: [
      { stage: 'created', state: 'done' },
      { stage: 'steps', state: 'done' },
      { stage: 'delivered', state: 'nothing-to-do' },
      { stage: 'available', state: 'done' },
    ],
    causes: [],
    description: aPromiseDescription(),
    finalizers: [],
    freshness: aFreshness(),
    ...given,
  };
}

/** @public */
export function anImpact(
  given: Partial<UninstallImpact> = {},
): UninstallImpact {
  return {
    platform: 'eu-dev',
    name: 'redis',
    title: 'Redis',
    target: { kind: 'Promise', name: 'redis' },
    requests: { total: 0, byOwner: [], hidden: 0, items: [] },
    children: { total: 0, items: [] },
    dependents: { total: 0, items: [] },
    works: { total: 0, items: [] },
    destinations: [],
    risks: [],
    confirm: 'redis',
    freshness: aFreshness(),
    ...given,
  };
}
