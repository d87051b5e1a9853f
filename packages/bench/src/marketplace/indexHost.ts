import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host of an index. */
export interface IndexHost {
  /** Of the index. */
  url: string;
  /** Calls since they were taken away last. */
  calls: { index: number; files: number };
  close(): Promise<void>;
}

const kinds = ['Cache', 'Database', 'Queue', 'Bucket', 'Cluster'];

/**
 * Serves an index of so many Promises, each with a README.
 *
 * @param more - YAML that a Promise has beside what such Promises have
 */
export async function startIndexHost(
  listings: number,
  more = '',
): Promise<IndexHost> {
  const names = Array.from({ length: listings }, (_, at) => {
    const number = String(at).padStart(4, '0');
    return `${kinds[at % kinds.length].toLowerCase()}-${number}`;
  });
  const index = JSON.stringify({
    version: 1,
    listings: names.map(name => ({
      name,
      version: 'v1.0.0',
      promise: `${name}/promise.yaml`,
      readme: `${name}/README.md`,
    })),
  });
  const etag = `"${createHash('sha256').update(index).digest('hex')}"`;
  const calls = { index: 0, files: 0 };
  const server = createServer((req, res) => {
    const [, name, file] = /^\/([^/]+)\/(.+)$/.exec(req.url ?? '') ?? [];
    if (req.url === '/index.json') {
      calls.index += 1;
      const isKnown = req.headers['if-none-match'] === etag;
      res.writeHead(isKnown ? 304 : 200, { etag }).end(isKnown ? '' : index);
      return;
    }
    calls.files += 1;
    res.end(file === 'README.md' ? readmeOf(name) : promiseOf(name) + more);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/index.json`,
    calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>(done => server.close(() => done()));
    },
  };
}

function readmeOf(name: string): string {
  const paragraph =
    'It keeps what an application should not have to keep by itself. ';
  return `# ${name}\n\nOffers ${name} to every team.\n\n${paragraph.repeat(
    25,
  )}\n`;
}

/** As long as Promises of the public marketplace are. */
function promiseOf(name: string): string {
  const kind = name
    .split('-')
    .map(part => part[0].toUpperCase() + part.slice(1))
    .join('');
  const fields = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `field${at}`,
      {
        type: 'string',
        description: `What number ${at} is about`,
        default: '',
      },
    ]),
  );
  const pipeline = {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Pipeline',
    metadata: { name: 'configure' },
    spec: {
      containers: [{ name: 'main', image: `ghcr.io/acme/${name}:v1.0.0` }],
    },
  };
  return JSON.stringify(
    {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Promise',
      metadata: { name, labels: { 'kratix.io/promise-version': 'v1.0.0' } },
      spec: {
        destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
        workflows: { resource: { configure: [pipeline] } },
        api: crdOf(kind, fields),
      },
    },
    undefined,
    2,
  );
}

function crdOf(kind: string, fields: object) {
  const plural = `${kind.toLowerCase()}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.bench.example.io` },
    spec: {
      group: 'bench.example.io',
      scope: 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { spec: { type: 'object', properties: fields } },
            },
          },
        },
      ],
    },
  };
}
