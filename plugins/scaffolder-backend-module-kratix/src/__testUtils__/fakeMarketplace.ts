import type {
  InstallationView,
  ListingDetail,
  ListingPage,
  ListingView,
  PreflightFinding,
  PreflightReport,
  UninstallImpact,
} from '@kratix-portal/backstage-plugin-kratix-common';

const freshness = {
  platform: 'eu',
  title: 'Europe',
  label: 'connected',
} as const;

/** @internal */
export function aListing(more: Partial<ListingView> = {}): ListingView {
  return {
    source: 'ours',
    entry: 'redis',
    name: 'redis',
    title: 'Redis',
    version: 'v1.0.0',
    installsSoftware: true,
    requires: [],
    sameName: 0,
    installs: [],
    ...more,
  };
}

/** @internal */
export function aListingPage(items: ListingView[]): ListingPage {
  return {
    items,
    total: items.length,
    page: 1,
    size: 100,
    facets: {},
    freshness: [],
    sources: [],
    mayInstall: true,
  };
}

/** @internal */
export function aListingDetail(
  more: Partial<ListingDetail> = {},
): ListingDetail {
  return {
    ...aListing(),
    readmeFolder: 'redis',
    images: [],
    externalImages: false,
    path: 'redis/promise.yaml',
    manifest: [
      'apiVersion: platform.kratix.io/v1alpha1',
      'kind: Promise',
      'metadata:',
      '  name: redis',
      '  labels: { kratix.io/promise-version: v1.0.0 }',
      'spec: { big: 9007199254740993 }',
    ].join('\n'),
    fields: [],
    examples: { byAuthor: [] },
    pipelineImages: [],
    rights: [],
    dependencies: [],
    destinationSelectors: [],
    others: [],
    findings: [],
    allowed: { install: true, upgrade: true, uninstall: true },
    ...more,
  };
}

/** @internal */
export function aFinding(more: Partial<PreflightFinding>): PreflightFinding {
  const { check = 'document', level = 'fine' } = more;
  return { id: check, check, level, params: {}, details: [], ...more };
}

/** A preflight that finds nothing wrong, unless told so. @internal */
export function aReport(more: Partial<PreflightReport> = {}): PreflightReport {
  const { source = 'ours', entry = 'redis' } = more;
  return {
    source,
    entry,
    platform: 'eu',
    kind: more.upgrade ? 'upgrade' : 'install',
    seal: 'as it was read',
    findings: [aFinding({ check: 'document' })],
    plan: [{ name: entry, version: 'v1.0.0', source, entry }],
    creates: [],
    methods: [],
    freshness,
    ...more,
  };
}

/** What an upgrade is about, as far as a step looks at it. @internal */
export function anUpgrade(
  from: string | undefined,
  to: string | undefined,
  changes: { before: string; after: string } = { before: 'a', after: 'b' },
): NonNullable<PreflightReport['upgrade']> {
  return {
    from,
    to,
    generation: 7,
    changes: { api: [], other: [], ...changes },
    requests: { total: 0, byOwner: [], hidden: 0 },
    refused: [],
    refusedTotal: 0,
  };
}

/** @internal */
export function anInstallation(
  state: InstallationView['state'],
  more: Partial<InstallationView> = {},
): InstallationView {
  return {
    platform: 'eu',
    name: 'redis',
    state,
    stages: [],
    causes: [],
    finalizers: [],
    freshness,
    ...more,
  };
}

/** @internal */
export function anImpact(more: Partial<UninstallImpact> = {}): UninstallImpact {
  return {
    platform: 'eu',
    name: 'redis',
    title: 'Redis',
    target: { kind: 'Promise', name: 'redis' },
    requests: {
      total: 3,
      byOwner: [
        { owner: 'group:default/payments', count: 2 },
        { owner: '', count: 1 },
      ],
      hidden: 2,
      items: [
        {
          ref: {
            platform: 'eu',
            crd: 'redis.example.io',
            namespace: 'payments',
            name: 'cache',
          },
          owner: 'group:default/payments',
        },
      ],
    },
    children: { total: 0, items: [] },
    dependents: {
      total: 2,
      items: [
        { name: 'app', title: 'App', owner: 'group:default/web', requests: 2 },
        { name: 'site', title: 'Site' },
      ],
    },
    works: {
      total: 4,
      items: [
        { namespace: 'payments', name: 'redis-cache', destinations: ['eu-1'] },
        { namespace: 'payments', name: 'redis-queue', destinations: [] },
      ],
    },
    destinations: [],
    risks: [{ id: 'delete-steps', params: {} }],
    confirm: 'delete 3 requests',
    freshness,
    ...more,
  };
}
