import { createDevApp } from '@backstage/dev-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { Content, Header, Page } from '@backstage/core-components';
import { createApiFactory } from '@backstage/core-plugin-api';
import LayersIcon from '@material-ui/icons/Layers';
import {
  EntityKratixInfrastructureCard,
  EntityKratixRequestCard,
  KratixPage,
  kratixPlugin,
} from '../src';
import { aFakeKratix } from '../src/__testUtils__/world';

const service = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service', owner: 'payments', lifecycle: 'production' },
};

const request = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'eu-dev.payments.postgresql.orders-db',
    namespace: 'default',
    annotations: {
      'kratix.io/type': 'resource',
      'kratix.io/name': 'orders-db',
      'kratix.io/namespace': 'payments',
      'kratix-portal.io/platform': 'eu-dev',
      'kratix-portal.io/crd': 'postgresqls.data.example.com',
    },
  },
  spec: { type: 'postgresql', owner: 'payments' },
};

// The legacy frontend system, on a backend in memory.
createDevApp()
  .registerPlugin(kratixPlugin)
  .registerApi(
    createApiFactory({
      api: kratixApiRef,
      deps: {},
      factory: () => aFakeKratix(),
    }),
  )
  .addPage({
    element: <KratixPage />,
    title: 'Kratix',
    icon: LayersIcon,
    path: '/kratix',
  })
  .addPage({
    title: 'Cards',
    path: '/cards',
    element: (
      <Page themeId="tool">
        <Header title="Cards" />
        <Content>
          <EntityProvider entity={service}>
            <EntityKratixInfrastructureCard />
          </EntityProvider>
          <EntityProvider entity={request}>
            <EntityKratixRequestCard />
          </EntityProvider>
        </Content>
      </Page>
    ),
  })
  .render();
