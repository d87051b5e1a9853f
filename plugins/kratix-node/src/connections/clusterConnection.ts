import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ConnectionKind } from '../types';
import { readClusterUrl } from './clusterUrl';
import { kubeConfigOf } from './kubeConfigOf';

/**
 * `cluster: NAME`: a cluster that the Kubernetes plugin is configured with, so
 * that its address and token are written once.
 *
 * @internal
 */
export const clusterConnection: ConnectionKind = {
  key: 'cluster',
  async connect({ platform, config, rootConfig }) {
    const key = `kratix.platforms.${platform}.cluster`;
    const name = config.getString('cluster');
    const cluster = findCluster(rootConfig, name);
    if (!cluster) {
      throw new InputError(
        `${key}: no cluster '${name}' in kubernetes.clusterLocatorMethods of type config`,
      );
    }
    const provider = cluster.getOptionalString('authProvider');
    const token = cluster.getOptionalString('serviceAccountToken');
    if (provider !== 'serviceAccount' || !token) {
      throw new InputError(
        `${key}: cluster '${name}' needs authProvider serviceAccount and a serviceAccountToken, as the cache reads without a person`,
      );
    }
    const server = readClusterUrl(
      `${key}: the url of cluster '${name}'`,
      cluster.getString('url'),
    );
    const kubeConfig = kubeConfigOf({
      name: platform,
      server,
      caData: cluster.getOptionalString('caData'),
      caFile: cluster.getOptionalString('caFile'),
      skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify'),
      token,
    });
    return { kubeConfig, close: async () => {} };
  },
};

function findCluster(rootConfig: Config, name: string): Config | undefined {
  const methods =
    rootConfig.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  return methods
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .find(cluster => cluster.getString('name') === name);
}
