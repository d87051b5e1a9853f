import { InputError } from '@backstage/errors';
import { KubeConfig } from '@kubernetes/client-node';
import type { ConnectionKind } from '../types';

/** `inCluster: {}`: the ServiceAccount that the backend's Pod has. @internal */
export const inClusterConnection: ConnectionKind = {
  key: 'inCluster',
  async connect({ platform }) {
    if (!process.env.KUBERNETES_SERVICE_HOST) {
      throw new InputError(
        `kratix.platforms.${platform}.inCluster: the backend does not run in a cluster`,
      );
    }
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromCluster();
    return { kubeConfig, close: async () => {} };
  },
};
