import {
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';
import { parseExactDocuments } from '../store';
import type {
  ContainerBehaviour,
  ContainerContext,
  ContainerRun,
  OutputFile,
} from './behaviour';
import {
  fieldAt,
  filled,
  parseControl,
  parseSelectors,
  parseStatus,
  steering,
  variable,
} from './steering';

/** So that a step can be made to fail where only a name can be chosen. */
const failingByName = ({ object, type }: ContainerContext) =>
  type === 'resource' && object.metadata.name.startsWith(steering.failName)
    ? '*'
    : undefined;

/**
 * What containers do in the sandbox: each writes one ConfigMap and says in the
 * status that the object is ready, unless annotations or variables say
 * otherwise.
 *
 * @public
 */
export const defaultBehaviour: ContainerBehaviour = context => {
  const annotations = context.object.metadata.annotations ?? {};
  const seconds = Number(
    annotations[steering.seconds] ??
      variable(context, steering.env.seconds) ??
      context.defaultSeconds,
  );
  const failing = annotations[steering.failStep] ?? failingByName(context);
  const run: ContainerRun = { seconds, exitCode: 0, log: [], files: [] };
  if (failing === '*' || failing === context.container.name) {
    return { ...run, exitCode: 1, log: failureLog(context) };
  }
  if (context.action === 'delete')
    return { ...run, log: successLog(context, []) };
  const files = outputOf(context);
  return {
    ...run,
    files,
    log: successLog(context, files),
    ...(context.type === 'resource' && { status: statusOf(context) }),
    ...controlOf(context),
    ...(annotations[steering.selectors] && {
      selectors: parseSelectors(annotations[steering.selectors]),
    }),
  };
};

function outputOf(context: ContainerContext): OutputFile[] {
  const { container, object } = context;
  const path = `${container.name}.yaml`;
  const template = variable(context, steering.env.output);
  if (template === undefined) {
    return [{ path, content: stringify(defaultDocument(context)) }];
  }
  const documents = (parseExactDocuments(template) as (KubeObject | null)[])
    .filter((one): one is KubeObject => Boolean(one?.metadata))
    .filter(({ metadata }) => {
      const field = metadata.annotations?.[steering.onlyIf];
      return !field || fieldAt(object, field) !== undefined;
    })
    .map(one => filled(withoutCondition(one), object));
  if (documents.length === 0) return [];
  return [
    { path, content: documents.map(one => stringify(one)).join('---\n') },
  ];
}

function withoutCondition(document: KubeObject): KubeObject {
  const { annotations, ...metadata } = document.metadata;
  const { [steering.onlyIf]: _met, ...kept } = annotations ?? {};
  const any = Object.keys(kept).length > 0;
  return {
    ...document,
    metadata: { ...metadata, ...(any && { annotations: kept }) },
  };
}

function defaultDocument({ container, object }: ContainerContext) {
  const { name, namespace = 'default' } = object.metadata;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `${name}-${container.name}`, namespace },
    data: { spec: stringifyExact(object.spec ?? {}) },
  };
}

function statusOf(context: ContainerContext): Record<string, unknown> {
  const { name, namespace = 'default', annotations } = context.object.metadata;
  const message = annotations?.[steering.message];
  const template = variable(context, steering.env.status);
  const status =
    template === undefined
      ? {
          message: `${context.object.kind} ${name} is ready`,
          connectionDetails: { host: `${name}.${namespace}.svc`, port: 5432 },
        }
      : parseStatus(template, context.object);
  return message ? { ...status, message } : status;
}

function controlOf(context: ContainerContext): Pick<ContainerRun, 'control'> {
  const { container, object, attempts } = context;
  const annotations = object.metadata.annotations ?? {};
  const text = annotations[steering.control];
  const step = annotations[steering.controlStep] ?? container.name;
  const until = annotations[steering.controlUntilAttempts];
  if (!text || step !== container.name) return {};
  if (until !== undefined && attempts >= Number(until)) return {};
  return { control: parseControl(text) };
}

function successLog(context: ContainerContext, files: OutputFile[]): string[] {
  const { container, object, action } = context;
  const own = variable(context, steering.env.log);
  return [
    `reading /kratix/input/object.yaml: ${object.kind} ${object.metadata.name}`,
    ...(own ? String(filled(own, object)).split('\n').filter(Boolean) : []),
    ...files.map(
      one => `wrote /kratix/output/${one.path} (${one.content.length} bytes)`,
    ),
    `${container.name}: ${action === 'delete' ? 'removed' : 'done'}`,
  ];
}

function failureLog({ container, object }: ContainerContext): string[] {
  const message =
    object.metadata.annotations?.[steering.failMessage] ??
    'could not reach the provisioning service: connection timed out after 30 s';
  return [
    `reading /kratix/input/object.yaml: ${object.kind} ${object.metadata.name}`,
    `error: ${message}`,
    `${container.name}: exit status 1`,
  ];
}
