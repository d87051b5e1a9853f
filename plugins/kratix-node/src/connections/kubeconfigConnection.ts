import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { KubeConfig } from '@kubernetes/client-node';
import type { ConnectionKind } from '../types';
import { readClusterUrl } from './clusterUrl';

/** `kubeconfig: { path, context }`. @internal */
export const kubeconfigConnection: ConnectionKind = {
  key: 'kubeconfig',
  async connect({ platform, config }) {
    const key = `kratix.platforms.${platform}.kubeconfig`;
    const path = config.getString('kubeconfig.path');
    const context = config.getOptionalString('kubeconfig.context');
    const kubeConfig = load(key, path);
    if (context !== undefined) {
      if (!kubeConfig.getContextObject(context)) {
        throw new InputError(`${key}.context: no context '${context}' there`);
      }
      kubeConfig.setCurrentContext(context);
    }
    const cluster = kubeConfig.getCurrentCluster();
    if (!cluster || !kubeConfig.getCurrentUser()) {
      throw new InputError(
        `${key}: the context names no cluster or no user of the file`,
      );
    }
    readClusterUrl(`${key}.path: the cluster's server`, cluster.server);
    return { kubeConfig, close: async () => {} };
  },
};

function load(key: string, path: string): KubeConfig {
  try {
    readFileSync(path);
  } catch (error) {
    // A relative path is rarely relative to where one thinks.
    throw new InputError(`${key}.path: ${whyUnread(error)} '${resolve(path)}'`);
  }
  const kubeConfig = new KubeConfig();
  try {
    kubeConfig.loadFromFile(path);
  } catch {
    // The parser's message may quote the file, which holds credentials.
    throw new InputError(`${key}.path: '${path}' cannot be read as kubeconfig`);
  }
  return kubeConfig;
}

function whyUnread(error: unknown): string {
  const code = isError(error) ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no file';
    case 'EACCES':
      return 'the backend may not read';
    default:
      return 'the backend cannot read';
  }
}
