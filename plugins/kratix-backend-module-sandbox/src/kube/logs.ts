import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { badRequest } from '../store';
import type { Exchange } from './context';

/** @public */
export interface LogLine {
  time: Date;
  text: string;
}

/**
 * Where the output of containers comes from; no container runs here.
 *
 * @public
 */
export interface LogSource {
  /** What a container has said so far; `undefined` before it began. */
  lines(pod: KubeObject, container: string): LogLine[] | undefined;
  /**
   * Calls back with each further line, and once at the end.
   *
   * @returns a function that ends it
   */
  follow?(
    pod: KubeObject,
    container: string,
    listener: { line(line: LogLine): void; end(): void },
  ): () => void;
}

interface PodSpec {
  containers?: { name: string }[];
  initContainers?: { name: string }[];
}

function containerOf(pod: KubeObject, wanted: string | null): string {
  const { containers = [], initContainers = [] } = (pod.spec ?? {}) as PodSpec;
  const names = containers.map(({ name }) => name);
  const all = [...names, ...initContainers.map(({ name }) => name)];
  const { name } = pod.metadata;
  if (wanted) {
    if (all.includes(wanted)) return wanted;
    throw badRequest(`container ${wanted} is not valid for pod ${name}`);
  }
  if (names.length === 1 && names[0] !== undefined) return names[0];
  const choices = all.join(' ');
  throw badRequest(
    `a container name must be specified for pod ${name}, choose one of: [${choices}]`,
  );
}

/** Answers `pods/log`. @internal */
export function answerLogs(
  pod: KubeObject,
  { call: { query }, res }: Exchange,
  source: LogSource | undefined,
  now: Date,
) {
  const container = containerOf(pod, query.get('container'));
  const lines = source?.lines(pod, container);
  if (!source || !lines) {
    throw badRequest(
      `container ${JSON.stringify(container)} in pod ${JSON.stringify(
        pod.metadata.name,
      )} is waiting to start: PodInitializing`,
    );
  }
  const sinceSeconds = Number(query.get('sinceSeconds') ?? 0);
  const since = sinceSeconds
    ? now.getTime() - sinceSeconds * 1000
    : Date.parse(query.get('sinceTime') ?? '') || 0;
  const tail = query.get('tailLines');
  const withTimes = query.get('timestamps') === 'true';
  const write = ({ time, text }: LogLine) =>
    res.write(`${withTimes ? `${time.toISOString()} ` : ''}${text}\n`);
  const recent = lines.filter(({ time }) => time.getTime() >= since);
  const shown =
    tail === null
      ? recent
      : recent.slice(Math.max(0, recent.length - Number(tail)));
  res.status(200).set('content-type', 'text/plain');
  shown.forEach(write);
  if (query.get('follow') !== 'true' || !source.follow) {
    res.end();
    return;
  }
  res.flushHeaders();
  const stop = source.follow(pod, container, {
    line: write,
    end: () => res.end(),
  });
  res.on('close', stop);
}
