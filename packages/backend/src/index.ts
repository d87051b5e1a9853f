import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-events-backend'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(
  import('@kratix-portal/backstage-plugin-catalog-backend-module-kratix'),
);

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@kratix-portal/backstage-plugin-scaffolder-backend-module-kratix'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@kratix-portal/backstage-plugin-kratix-backend'));
backend.add(
  import('@kratix-portal/backstage-plugin-kratix-backend-module-sandbox'),
);

backend.start();
