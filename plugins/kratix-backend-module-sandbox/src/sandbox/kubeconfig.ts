import { stringify } from 'yaml';

/**
 * A kubeconfig with one cluster and a context for each of its users. The
 * first user is the current one.
 *
 * @public
 */
export function kubeconfig(options: {
  name: string;
  url: string;
  ca: string;
  users: { name: string; token: string }[];
}): string {
  const { name, url, ca, users } = options;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: {
          server: url,
          'certificate-authority-data': Buffer.from(ca).toString('base64'),
        },
      },
    ],
    users: users.map(user => ({
      name: user.name,
      user: { token: user.token },
    })),
    contexts: users.map(user => ({
      name: user.name,
      context: { cluster: name, user: user.name },
    })),
    'current-context': users[0]?.name ?? '',
  });
}
