import type {
  ListingDetail,
  ListingView,
  MarketplaceSourceView,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** @public */
export function aSourceView(
  given: Partial<MarketplaceSourceView> = {},
): MarketplaceSourceView {
  return {
    id: 'community',
    title: 'Community',
    type: 'tree',
    state: 'ready',
    listings: 12,
    broken: 0,
    readAt: '2026-03-02T09:00:00Z',
    ...given,
  };
}

/** @public */
export function aListingView(given: Partial<ListingView> = {}): ListingView {
  return {
    source: 'community',
    entry: 'redis',
    name: 'redis',
    title: 'Redis',
    summary: 'An in-memory store.',
    category: 'data',
    version: 'v0.2.0',
    api: {
      group: 'marketplace.example.com',
      kind: 'Redis',
      version: 'v1alpha1',
      plural: 'redis',
    },
    installsSoftware: true,
    requires: [],
    sameName: 0,
    installs: [{ platform: 'eu-dev', state: 'not-installed' }],
    ...given,
  };
}

/** @public */
export function aListingDetail(
  given: Partial<ListingDetail> = {},
): ListingDetail {
  return {
    ...aListingView(given),
    readme: '# Redis\n\nA store of your **own**.\n',
    readmeFolder: 'redis',
    images: [],
    externalImages: false,
    path: 'redis/promise.yaml',
    webUrl: 'https://git.example.com/promises/tree/main/redis/promise.yaml',
    promiseUrl: 'https://git.example.com/raw/main/redis/promise.yaml',
    revision: '4f2a9c1d7e',
    readAt: '2026-03-02T09:00:00Z',
    manifest:
      'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: redis\n',
    fields: [
      {
        path: 'spec.size',
        type: 'string',
        required: true,
        allowed: ['small', 'large'],
        immutable: false,
        description: 'How big it is.',
      },
    ],
    schema: {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          required: ['size'],
          properties: { size: { type: 'string', enum: ['small', 'large'] } },
        },
      },
    },
    examples: {
      byAuthor: [
        { path: 'redis/resource-request.yaml', yaml: 'kind: Redis # theirs\n' },
      ],
      minimal: 'kind: Redis\nspec:\n  size: small\n',
      full: 'kind: Redis\nspec:\n  size: large\n',
    },
    pipelineImages: [
      {
        image: 'registry.example.com/redis-configure:v0.2.0',
        pipeline: 'resource.configure/instance-configure',
        container: 'create',
        mutable: false,
      },
    ],
    rights: [],
    dependencies: [],
    destinationSelectors: [{ environment: 'dev' }],
    others: [],
    findings: [],
    allowed: { install: true, upgrade: true, uninstall: true },
    ...given,
  };
}
