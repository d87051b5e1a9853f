import assert from 'node:assert/strict';
import test from 'node:test';
import { configFiles, parseStartArgs } from './startArgs.mjs';

const there =
  (...files) =>
  path =>
    files.includes(path);
const place = { root: '/repo', cwd: '/repo/sub' };

test('options may be repeated and written both ways', () => {
  const options = parseStartArgs([
    '--config',
    'a.yaml',
    '--config=b=c.yaml',
    '--empty-sandbox',
    '--verbose',
  ]);
  assert.deepEqual(options, {
    config: ['a.yaml', 'b=c.yaml'],
    emptySandbox: true,
    verbose: true,
    help: false,
  });
});

for (const argv of [
  ['--config'],
  ['--port', '1'],
  ['my.yaml'],
  ['--verbose=1'],
]) {
  test(`${argv.join(' ')} is refused with a sentence`, () => {
    assert.throws(() => parseStartArgs(argv), {
      name: 'Problem',
      message: /--config/,
    });
  });
}

test('yours go on top of app-config.yaml and the local file', () => {
  const files = configFiles(parseStartArgs(['--config', 'my.yaml']), {
    ...place,
    exists: there('/repo/sub/my.yaml', '/repo/app-config.local.yaml'),
  });
  assert.deepEqual(files, [
    '/repo/app-config.yaml',
    '/repo/app-config.local.yaml',
    '/repo/sub/my.yaml',
  ]);
});

test('naming app-config.yaml gives exactly what was named', () => {
  const files = configFiles(
    parseStartArgs(['--config', '../app-config.yaml', '--config', '/x/y.yaml']),
    {
      ...place,
      exists: there(
        '/repo/app-config.yaml',
        '/x/y.yaml',
        '/repo/app-config.local.yaml',
      ),
    },
  );
  assert.deepEqual(files, ['/repo/app-config.yaml', '/x/y.yaml']);
});

test('an empty sandbox stays empty whatever the files say', () => {
  const files = configFiles(
    parseStartArgs(['--empty-sandbox', '--config', '/x/y.yaml']),
    { ...place, exists: there('/x/y.yaml') },
  );
  assert.equal(files.at(-1), '/repo/app-config.empty-sandbox.yaml');
});

test('a file that is not there is named, an address is left to Backstage', () => {
  const exists = there();
  assert.throws(
    () =>
      configFiles(parseStartArgs(['--config', 'no.yaml']), {
        ...place,
        exists,
      }),
    { name: 'Problem', message: /\/repo\/sub\/no\.yaml/ },
  );
  const url = 'https://config.example/portal.yaml';
  assert.ok(
    configFiles(parseStartArgs(['--config', url]), {
      ...place,
      exists,
    }).includes(url),
  );
});
