import { createServer } from 'node:net';
import { Problem } from './problem.mjs';

/** Can a server listen there? `host` undefined means all addresses. */
export function isPortFree(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/**
 * @throws Problem naming the first of `{ what, port, host }` that is taken
 */
export async function checkPorts(wanted) {
  for (const { what, port, host } of wanted) {
    // A program on all addresses and one on loopback alone both stand in the
    // way of the browser, whichever of the two we would take.
    const free =
      (await isPortFree(port, host)) && (await isPortFree(port, '127.0.0.1'));
    if (!free) {
      throw new Problem(
        `Port ${port}, which the ${what} needs, is in use: end the program that has it (perhaps another portal), or choose another port with npm start -- --config FILE.`,
      );
    }
  }
}
