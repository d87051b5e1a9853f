import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';

// Everything else is found by feature discovery (app.packages: all): the
// dependencies of this package are the list of plugins.
const app = createApp({ features: [navModule] });

export default app.createRoot();
