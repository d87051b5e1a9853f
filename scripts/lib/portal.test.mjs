import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { repoPath } from './paths.mjs';
import { portalProcesses } from './portal.mjs';
import { readPortalConfig } from './portalConfig.mjs';

test('both processes get the files, and open no browser', () => {
  const processes = portalProcesses(['/a.yaml', '/b.yaml']);
  assert.deepEqual(
    processes.map(({ name }) => name),
    ['backend', 'frontend'],
  );
  for (const { args, env } of processes) {
    assert.deepEqual(args.slice(-4), [
      '--config',
      '/a.yaml',
      '--config',
      '/b.yaml',
    ]);
    assert.ok(args.includes(repoPath('scripts/lib/endWithParent.cjs')));
    assert.equal(env.BROWSER, 'none');
  }
});

function aFile(t, text) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'my.yaml');
  writeFileSync(file, text);
  return file;
}

test('the addresses are those of the files, later ones winning', async t => {
  const usual = await readPortalConfig([repoPath('app-config.yaml')]);
  assert.equal(usual.appUrl, 'http://localhost:3000');
  assert.equal(usual.listen.port, 7007);
  assert.equal(usual.guest, true);

  const mine = aFile(
    t,
    'app: { baseUrl: "http://portal.example:8080/" }\nbackend: { listen: "127.0.0.1:7070" }\n',
  );
  const portal = await readPortalConfig([repoPath('app-config.yaml'), mine]);
  assert.equal(portal.appUrl, 'http://portal.example:8080');
  assert.deepEqual(portal.listen, { host: '127.0.0.1', port: 7070 });
});

for (const [situation, text] of [
  ['no YAML', 'app: ['],
  ['no address', '{}'],
]) {
  test(`configuration with ${situation} ends in one sentence`, async t => {
    await assert.rejects(readPortalConfig([aFile(t, text)]), error => {
      assert.equal(error.name, 'Problem');
      assert.match(error.message, /^The configuration cannot be read: .+\.$/);
      assert.ok(!error.message.includes('\n'));
      return true;
    });
  });
}
