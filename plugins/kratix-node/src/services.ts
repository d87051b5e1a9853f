import { createServiceRef } from '@backstage/backend-plugin-api';
import type { ConnectionKind } from './types';

/**
 * Further kinds of connection; each factory adds one. `kubeconfig`,
 * `inCluster`, `cluster` and `url` are always there.
 *
 * @public
 */
export const kratixConnectionKindServiceRef = createServiceRef<ConnectionKind>({
  id: 'kratix.connection-kind',
  scope: 'root',
  multiton: true,
});
