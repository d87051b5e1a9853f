import {
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parseExactYaml } from '../store';
import type {
  ContainerContext,
  OutputSelector,
  WorkflowControl,
} from './behaviour';

/**
 * Annotations and environment variables that say what simulated containers do.
 * Annotations are for a request (or a Promise) of which something is wanted,
 * variables are for the author of a Promise's pipeline.
 *
 * @public
 */
export const steering = {
  /** Name of the container that fails, or `*` for whichever comes first. */
  failStep: 'sandbox.kratix-portal.io/fail-step',
  /** Requests whose names begin so fail at their first container. */
  failName: 'fails-',
  /** What the failing container says last. */
  failMessage: 'sandbox.kratix-portal.io/fail-message',
  /** Seconds that each container takes. */
  seconds: 'sandbox.kratix-portal.io/seconds',
  /** What `status.message` says in the end. */
  message: 'sandbox.kratix-portal.io/message',
  /** YAML of `workflow-control.yaml`. */
  control: 'sandbox.kratix-portal.io/workflow-control',
  /** The container that writes it. Default: the first. */
  controlStep: 'sandbox.kratix-portal.io/workflow-control-step',
  /** It does so until the pipeline was retried so often. */
  controlUntilAttempts: 'sandbox.kratix-portal.io/workflow-control-attempts',
  /** YAML of `destination-selectors.yaml`. */
  selectors: 'sandbox.kratix-portal.io/destination-selectors',
  /** Kratix takes no notice of the object, until it is to be deleted. */
  ignored: 'sandbox.kratix-portal.io/ignored',
  /** In a document of `SANDBOX_OUTPUT`: keep it only if this field is there. */
  onlyIf: 'sandbox.kratix-portal.io/only-if',
  /** On a Destination: an agent applies what is written there. */
  gitOps: 'sandbox.kratix-portal.io/gitops',
  /** On a state store: writes fail with this text; it still says Ready. */
  unreachable: 'sandbox.kratix-portal.io/unreachable',
  /** On a state store: the check of its permissions fails with this text. */
  refused: 'sandbox.kratix-portal.io/refused',
  env: {
    /** Documents that the container writes, with `${…}` filled in. */
    output: 'SANDBOX_OUTPUT',
    /** YAML that it adds to the status, with `${…}` filled in. */
    status: 'SANDBOX_STATUS',
    seconds: 'SANDBOX_SECONDS',
    log: 'SANDBOX_LOG',
  },
} as const;

/** Whether Kratix is to overlook it. @internal */
export function isIgnored({ metadata }: KubeObject): boolean {
  const { annotations, deletionTimestamp } = metadata;
  return Boolean(annotations?.[steering.ignored]) && !deletionTimestamp;
}

/** The value of one of the container's variables. @internal */
export function variable(
  { container }: ContainerContext,
  name: string,
): string | undefined {
  return container.env?.find(one => one.name === name)?.value;
}

/** A field by its path, as `spec.backup.schedule`. @internal */
export function fieldAt(object: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value && typeof value === 'object'
          ? (value as Record<string, unknown>)[key]
          : undefined,
      object,
    );
}

/**
 * Fills `${name}`, `${namespace}` and `${spec.some.field}` in the texts of a
 * parsed template. What a person typed so never becomes structure. A text that
 * is one placeholder becomes the value itself; one without value goes.
 *
 * @internal
 */
export function filled(template: unknown, object: KubeObject): unknown {
  if (typeof template === 'string') return filledText(template, object);
  if (Array.isArray(template)) {
    return template
      .map(one => filled(one, object))
      .filter(one => one !== undefined);
  }
  if (!template || typeof template !== 'object') return template;
  return Object.fromEntries(
    Object.entries(template)
      .map(([key, one]) => [key, filled(one, object)] as const)
      .filter(([, one]) => one !== undefined),
  );
}

function filledText(text: string, object: KubeObject): unknown {
  const [whole] = /^\$\{([\w.]+)\}$/.exec(text)?.slice(1) ?? [];
  if (whole) return valueOf(whole, object);
  return text.replace(/\$\{([\w.]+)\}/g, (_all, path: string) => {
    const value = valueOf(path, object) ?? '';
    return typeof value === 'string' ? value : stringifyExact(value);
  });
}

function valueOf(path: string, object: KubeObject): unknown {
  if (path === 'name') return object.metadata.name;
  if (path === 'namespace') return object.metadata.namespace;
  return fieldAt(object, path);
}

const recordOf = (text: string): Record<string, unknown> => {
  const value = parseExactYaml(text);
  return value && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
};

/** YAML of fields, filled in. @internal */
export function parseStatus(
  text: string,
  object: KubeObject,
): Record<string, unknown> {
  return filled(recordOf(text), object) as Record<string, unknown>;
}

/** @internal */
export function parseControl(text: string): WorkflowControl {
  const { suspend, message, retryAfter } = recordOf(text);
  return {
    ...(suspend === true && { suspend }),
    ...(typeof message === 'string' && { message }),
    ...(typeof retryAfter === 'string' && { retryAfter }),
  };
}

/** @internal */
export function parseSelectors(text: string): OutputSelector[] {
  const value = parseExactYaml(text);
  return Array.isArray(value) ? (value as OutputSelector[]) : [];
}

/** Milliseconds of a Go duration of hours, minutes and seconds. @internal */
export function durationMs(text: string): number {
  const unit: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000 };
  return [...text.matchAll(/(\d+(?:\.\d+)?)([hms])/g)].reduce(
    (sum, [, amount, of]) => sum + Number(amount) * unit[of],
    0,
  );
}
