import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { postgresVariable } from './postgres.mjs';

const withPostgres = fileURLToPath(
  new URL('./withPostgres.mjs', import.meta.url),
);
const tellAddress = [
  '--print',
  `process.exitCode = 7; 'address: ' + process.env.${postgresVariable}`,
];

function run(env) {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [withPostgres, ...tellAddress],
      { env: { ...process.env, ...env } },
      (error, stdout) => resolve({ code: error?.code ?? 0, stdout }),
    );
  });
}

test('a server that the environment names is used as it is', async () => {
  const { code, stdout } = await run({
    [postgresVariable]: 'postgresql://database.example.com/postgres',
  });
  assert.equal(stdout, 'address: postgresql://database.example.com/postgres\n');
  assert.equal(code, 7);
});

test('otherwise there is one of its own, or a sentence on why not', async () => {
  const { code, stdout } = await run({ [postgresVariable]: '' });
  assert.match(
    stdout,
    /^address: postgresql:\/\/postgres:\w+@127\.0\.0\.1:\d+\/postgres\n$|^No PostgreSQL could be started here \(.+\)/,
  );
  assert.equal(code, 7);
});
