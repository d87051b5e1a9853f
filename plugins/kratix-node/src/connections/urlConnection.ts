import { InputError } from '@backstage/errors';
import type { ConnectionKind } from '../types';
import { readClusterUrl } from './clusterUrl';
import { kubeConfigOf } from './kubeConfigOf';

/** `url`, with `caData` or `skipTLSVerify`, and `token` or `tokenFile`. @internal */
export const urlConnection: ConnectionKind = {
  key: 'url',
  async connect({ platform, config }) {
    const key = `kratix.platforms.${platform}`;
    const server = readClusterUrl(`${key}.url`, config.getString('url'));
    const token = config.getOptionalString('token');
    const tokenFile = config.getOptionalString('tokenFile');
    if (token !== undefined && tokenFile !== undefined) {
      throw new InputError(`${key}.token: not together with 'tokenFile'`);
    }
    const kubeConfig = kubeConfigOf({
      name: platform,
      server,
      caData: config.getOptionalString('caData'),
      skipTLSVerify: config.getOptionalBoolean('skipTLSVerify'),
      token,
      tokenFile,
    });
    return { kubeConfig, close: async () => {} };
  },
};
