import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { LogLine, LogSource } from '../kube';

interface Listener {
  line(line: LogLine): void;
  end(): void;
}

interface Log {
  lines: LogLine[];
  ended: boolean;
  listeners: Set<Listener>;
}

/**
 * What simulated containers have said, by Pod.
 *
 * @internal
 */
export class ContainerLogs implements LogSource {
  readonly #pods = new Map<string, Map<string, Log>>();

  lines(pod: KubeObject, container: string): LogLine[] | undefined {
    return this.#pods.get(pod.metadata.uid ?? '')?.get(container)?.lines;
  }

  follow(pod: KubeObject, container: string, listener: Listener): () => void {
    const log = this.#log(pod, container);
    if (log.ended) {
      listener.end();
      return () => {};
    }
    log.listeners.add(listener);
    return () => log.listeners.delete(listener);
  }

  append(pod: KubeObject, container: string, lines: LogLine[]): void {
    const log = this.#log(pod, container);
    for (const line of lines) {
      log.lines.push(line);
      for (const listener of log.listeners) listener.line(line);
    }
  }

  /** The container has ended. */
  end(pod: KubeObject, container: string): void {
    const log = this.#log(pod, container);
    log.ended = true;
    for (const listener of log.listeners) listener.end();
    log.listeners.clear();
  }

  forget(pod: KubeObject): void {
    const logs = this.#pods.get(pod.metadata.uid ?? '');
    for (const log of logs?.values() ?? []) {
      for (const listener of log.listeners) listener.end();
    }
    this.#pods.delete(pod.metadata.uid ?? '');
  }

  #log({ metadata: { uid = '' } }: KubeObject, container: string): Log {
    const logs = this.#pods.get(uid) ?? new Map<string, Log>();
    this.#pods.set(uid, logs);
    const log = logs.get(container) ?? {
      lines: [],
      ended: false,
      listeners: new Set<Listener>(),
    };
    logs.set(container, log);
    return log;
  }
}
