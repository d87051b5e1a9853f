import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSourceAt } from './sourceAt';

let folder: string;
let server: Server;
let url: string;
const asked: (string | undefined)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kratix-report-'));
  writeFileSync(join(folder, 'promise.yaml'), 'on: disk');
  server = createServer((req, res) => {
    asked.push(req.headers.authorization);
    if (req.url === '/shop/index.json') {
      const listings = [{ name: 'a', promise: 'a.yaml' }];
      res.end(JSON.stringify({ version: 1, listings }));
    } else if (req.url === '/shop/a.yaml') res.end('by: index');
    else res.writeHead(503).end();
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', () => done()));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise(done => server.close(done));
});
beforeEach(() => asked.splice(0));

it('reads a folder, from where the person is', async () => {
  const { files } = await readSourceAt('.', { from: folder });
  expect(files).toEqual([{ path: 'promise.yaml', text: 'on: disk' }]);
});

it('reads an index', async () => {
  const place = `${url}/shop/index.json`;
  const { files } = await readSourceAt(place, { from: folder });
  expect(files).toMatchObject([
    { path: 'index.json' },
    { path: 'a/promise.yaml', text: 'by: index' },
  ]);
});

it('reads a tree with the integrations of a config file', async () => {
  const file = join(folder, 'app-config.yaml');
  const { host } = new URL(url);
  const gitea = [{ host, baseUrl: url, password: 'hush' }];
  writeFileSync(file, JSON.stringify({ integrations: { gitea } }));
  const place = `${url}/acme/promises/src/branch/main`;
  const options = { from: folder, configFile: 'app-config.yaml' };
  await expect(readSourceAt(place, options)).rejects.toThrow(
    'Its host answered with 503.',
  );
  expect(asked).toEqual(['token hush']);
  await expect(readSourceAt(place, { from: folder })).rejects.toThrow(
    'Backstage may not read it',
  );
});

it('says in a sentence that nothing is there', async () => {
  await expect(readSourceAt('gone', { from: folder })).rejects.toThrow(
    "It is not there, or the portal's credentials don't show it.",
  );
});
