import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const graceMs = 10_000;

/**
 * Processes that live and die together. Each leads a process group of its own,
 * so that a terminal's Ctrl-C reaches this process alone and the end is
 * orderly, and so that grandchildren end too.
 */
export class Children {
  #running = new Map();
  #stopping;
  #announceExit;
  #firstExit = new Promise(resolve => {
    this.#announceExit = resolve;
  });

  /** Resolves with `{ name, code }` when the first one ends by itself. */
  get firstExit() {
    return this.#firstExit;
  }

  /** `onLine` gets each line of output and decides what is shown of it. */
  start({ name, args, cwd, env, onLine }) {
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: true,
      // The fourth is for endWithParent.cjs, which ends a child whose parent
      // was killed without a chance to do it.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const ended = new Promise(resolve => {
      child.once('error', error => {
        onLine(`could not start: ${error.message}`);
        resolve(1);
      });
      child.once('close', (code, signal) => resolve(code ?? signal));
    });
    this.#running.set(child, ended);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', onLine);
    }
    ended.then(code => {
      this.#running.delete(child);
      if (!this.#stopping) {
        this.#announceExit({ name, code });
      }
    });
    return child;
  }

  /** Asks all to end, insists after a while. Safe to call more than once. */
  stop() {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  /** For the impatient: nobody is asked. */
  kill() {
    for (const child of this.#running.keys()) {
      signalGroup(child, 'SIGKILL');
    }
  }

  async #stop() {
    const children = [...this.#running];
    children.forEach(([child]) => signalGroup(child, 'SIGTERM'));
    const insist = setTimeout(() => this.kill(), graceMs);
    await Promise.all(children.map(([, ended]) => ended));
    clearTimeout(insist);
    // A group may outlive its leader.
    children.forEach(([child]) => signalGroup(child, 'SIGKILL'));
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group is gone already. EPERM: what macOS says about a group
    // of which only zombies are left.
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') {
      throw error;
    }
  }
}
