import { spawn } from 'node:child_process';
import { postgresVariable, startPostgres } from './postgres.mjs';

/**
 * `node withPostgres.mjs ARGS…` runs Node with these arguments while a
 * PostgreSQL of its own is there, whose address the environment tells; an
 * address that is given already is kept. Ends with the command's exit code.
 *
 * It is a process of its own so that the server belongs to the group that is
 * ended as a whole when a part of the tests is over or takes too long.
 */
const postgres = process.env[postgresVariable] ? undefined : await start();
const child = spawn(process.execPath, process.argv.slice(2), {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...(postgres && { [postgresVariable]: postgres.url }),
  },
});
const code = await new Promise(resolve => {
  child.once('error', error => {
    console.error(error.message);
    resolve(1);
  });
  child.once('close', ended => resolve(ended ?? 1));
});
await postgres?.stop();
process.exit(code);

async function start() {
  try {
    return await startPostgres();
  } catch (error) {
    const [reason] = String(error.message).split('\n');
    console.log(
      `No PostgreSQL could be started here (${reason}): its tests are skipped, unless ${postgresVariable} names a server.`,
    );
    return undefined;
  }
}
