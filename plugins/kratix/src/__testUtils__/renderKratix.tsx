import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import type { FakeKratix } from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import type { JSX } from 'react';
import { entityRouteRef, rootRouteRef } from '../routes';
import { KratixPage } from '../shell/KratixPage';

/** Whom to ask, in the portal of the tests. @internal */
export const contact = 'the platform team';

/** Draws a part of the plugin as an app would, on the fake backend. @internal */
export function renderKratix(
  element: JSX.Element,
  kratix: FakeKratix,
  options: {
    at?: string;
    /** Names of permissions. */
    denied?: string[];
    mountPath?: string;
  } = {},
) {
  const { at = '/', denied = [], mountPath } = options;
  return renderInTestApp(element, {
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      kratix: { contact },
    },
    mountPath,
    initialRouteEntries: [at],
    mountedRoutes: {
      '/kratix': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [kratixApiRef, kratix],
      [
        permissionApiRef,
        mockApis.permission({
          authorize: ({ permission }) =>
            denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
    ],
  });
}

/** The page at an address. @internal */
export function renderPage(
  at: string,
  kratix: FakeKratix,
  options: { denied?: string[] } = {},
) {
  return renderKratix(<KratixPage />, kratix, {
    ...options,
    at,
    mountPath: '/kratix',
  });
}
