import { createServer, type RequestListener } from 'node:http';
import { ClusterCalls } from '../connections/clusterCalls';
import { kubeConfigOf } from '../connections/kubeConfigOf';

/**
 * Servers that answer as they are told, for what no API server does. What is
 * in `closing` is to be called after each test.
 */
export function scriptedServers() {
  const closing: (() => void)[] = [];
  return {
    closing,
    async callsTo(
      answer: RequestListener,
      credentials: { token?: string; tokenFile?: string } = { token: 'sesame' },
    ): Promise<ClusterCalls> {
      const server = createServer(answer);
      await new Promise<void>(resolve =>
        server.listen(0, '127.0.0.1', resolve),
      );
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const calls = new ClusterCalls(
        kubeConfigOf({
          name: 'eu',
          server: `http://127.0.0.1:${port}`,
          ...credentials,
        }),
      );
      closing.push(() => {
        calls.close();
        server.closeAllConnections();
        server.close();
      });
      return calls;
    },
  };
}
