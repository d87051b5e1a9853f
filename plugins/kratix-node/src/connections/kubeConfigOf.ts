import { KubeConfig, type User } from '@kubernetes/client-node';

/** A KubeConfig of one cluster and one user. @internal */
export function kubeConfigOf(options: {
  name: string;
  server: string;
  caData?: string;
  caFile?: string;
  skipTLSVerify?: boolean;
  token?: string;
  /** Read again every minute, as Kubernetes renews it. */
  tokenFile?: string;
}): KubeConfig {
  const { name, server, caData, caFile, token, tokenFile } = options;
  const user: User = {
    name,
    token,
    authProvider:
      tokenFile === undefined
        ? undefined
        : { name: 'tokenFile', config: { tokenFile } },
  };
  // The client refuses plain http unless told that nothing is to be verified.
  const skipTLSVerify =
    (options.skipTLSVerify ?? false) || server.startsWith('http:');
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(
    { name, server, caData, caFile, skipTLSVerify },
    user,
  );
  return kubeConfig;
}
