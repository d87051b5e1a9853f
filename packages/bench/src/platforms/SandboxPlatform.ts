import type { ChildProcess } from 'node:child_process';
import { endChild, nextMessage, startChild } from '../processes/startChild';
import {
  isAnswer,
  isReady,
  type SandboxAnswer,
  type SandboxQuestion,
  type SandboxReady,
} from './messages';

/** A sandbox in a process of its own, with many requests on it. */
export class SandboxPlatform {
  readonly #child: ChildProcess;
  readonly ready: SandboxReady;

  private constructor(child: ChildProcess, ready: SandboxReady) {
    this.#child = child;
    this.ready = ready;
  }

  static async start(requests: number): Promise<SandboxPlatform> {
    const child = startChild('platforms/sandboxProcess.ts', [String(requests)]);
    return new SandboxPlatform(child, await nextMessage(child, isReady));
  }

  /** The configuration under which a backend finds it as platform `bench`. */
  config() {
    const { url, ca, token } = this.ready;
    const caData = Buffer.from(ca).toString('base64');
    return { platforms: { bench: { title: 'Bench', url, caData, token } } };
  }

  async ask(question: SandboxQuestion): Promise<SandboxAnswer> {
    const answer = nextMessage(this.#child, isAnswer);
    this.#child.send(question);
    return answer;
  }

  async calls(): Promise<number> {
    return (await this.ask({ type: 'calls' })).calls ?? 0;
  }

  end(): Promise<void> {
    return endChild(this.#child);
  }
}
