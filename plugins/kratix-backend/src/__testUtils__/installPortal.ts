import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import type { KratixPlatforms } from '@kratix-portal/backstage-plugin-kratix-node';
import express from 'express';
import supertest from 'supertest';
import { createKratixBackend } from '../createKratixBackend';
import type { MarketplaceSources } from '../marketplace/types';

// Real sockets on a machine that may have other things to do.
jest.setTimeout(30_000);

/** What an audit noted. */
export interface NotedAudit {
  kind: 'success' | 'fail';
  eventId: string;
  severityLevel?: string;
  detail: Record<string, unknown>;
}

/** The backend over sources and platforms in memory, and what it audits. */
export function startInstallPortal(options: {
  platforms: KratixPlatforms;
  sources: MarketplaceSources;
  /** Permissions that are refused. */
  denied?: string[];
  allowedImages?: string[];
}) {
  const { platforms, sources, denied = [], allowedImages } = options;
  const decide = async (asked: { permission: { name: string } }[]) =>
    asked.map(
      ({ permission }): DefinitivePolicyDecision => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      }),
    );
  const audits: NotedAudit[] = [];
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async event => {
    const { eventId, severityLevel, meta } = event;
    const note = (kind: NotedAudit['kind'], detail: object = {}) => {
      audits.push({
        kind,
        eventId,
        severityLevel,
        detail: { ...meta, ...detail },
      });
    };
    return {
      success: async detail => note('success', detail?.meta),
      fail: async detail => note('fail', detail.meta),
    };
  });
  const backend = createKratixBackend({
    platforms,
    marketplace: {
      sources,
      settings: {
        externalImages: false,
        ...(allowedImages && { allowedImages }),
      },
    },
    catalog: catalogServiceMock({ entities: [] }),
    auth: mockServices.auth(),
    httpAuth: mockServices.httpAuth(),
    userInfo: mockServices.userInfo(),
    permissions: mockServices.permissions.mock({
      authorize: decide,
      authorizeConditional: decide,
    }),
    transform: () => {
      throw new Error('No conditions are given here');
    },
    auditor,
    logger: mockServices.logger.mock(),
  });
  backend.start();
  const app = express().use(backend.router).use(mockErrorHandler());
  return {
    app,
    audits,
    stop: () => backend.stop(),
    call: (
      method: 'get' | 'post',
      path: string,
      identity: string = mockCredentials.user.header(),
    ) => supertest(app)[method](path).set('authorization', identity),
  };
}
