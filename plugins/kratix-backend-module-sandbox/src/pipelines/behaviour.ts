import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Container } from '../simulator/kratixObjects';

/** A file that a container leaves in `/kratix/output`. @public */
export interface OutputFile {
  /** A first segment that is a directory of its own makes a group of its own. */
  path: string;
  content: string;
}

/** What a container writes to `workflow-control.yaml`. @public */
export interface WorkflowControl {
  suspend?: boolean;
  message?: string;
  /** A Go duration of hours, minutes and seconds, as `90s`. */
  retryAfter?: string;
}

/** An entry of `destination-selectors.yaml`. @public */
export interface OutputSelector {
  directory?: string;
  matchLabels: Record<string, string>;
}

/** What became of one container. @public */
export interface ContainerRun {
  seconds: number;
  exitCode: number;
  log: string[];
  files: OutputFile[];
  /** What it adds to the status of the object. */
  status?: Record<string, unknown>;
  control?: WorkflowControl;
  selectors?: OutputSelector[];
}

/** What a container's behaviour may depend on. @public */
export interface ContainerContext {
  container: Container;
  pipeline: string;
  type: 'promise' | 'resource';
  action: 'configure' | 'delete';
  promise: string;
  /** The Promise or the request, as it was when the container started. */
  object: KubeObject;
  /** How often this pipeline has asked to be retried. */
  attempts: number;
  defaultSeconds: number;
}

/**
 * Decides what a container of a pipeline does, as no container ever runs.
 *
 * @public
 */
export type ContainerBehaviour = (context: ContainerContext) => ContainerRun;
