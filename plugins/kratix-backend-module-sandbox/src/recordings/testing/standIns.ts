import { parse } from 'yaml';
import type {
  ContainerBehaviour,
  ContainerContext,
  ContainerRun,
} from '../../pipelines';

const variable = ({ container }: ContainerContext, name: string) =>
  container.env?.find(one => one.name === name)?.value ??
  (container.env?.some(one => one.name === name) ? '' : undefined);

/**
 * What the small programs did that stood in for containers while recording:
 * they are steered by `test/` annotations and `STANDIN_` variables.
 */
export const standIns: ContainerBehaviour = context => {
  const { container, object, action, type } = context;
  const annotations = object.metadata.annotations ?? {};
  const run: ContainerRun = {
    seconds: Number(
      annotations['test/seconds'] ??
        variable(context, 'STANDIN_SECONDS') ??
        context.defaultSeconds,
    ),
    exitCode: annotations['test/fail-step'] === container.name ? 1 : 0,
    log: [],
    files: [],
  };
  if (run.exitCode !== 0 || action === 'delete') return run;
  const output = variable(context, 'STANDIN_OUTPUT');
  const path = `${container.name}.yaml`;
  const selectors = annotations['test/destination-selectors'];
  return {
    ...run,
    files: output === '' ? [] : [{ path, content: output ?? path }],
    ...(type === 'resource' && { status: statusOf(context) }),
    ...controlOf(context),
    ...(selectors && { selectors: parse(selectors) as never }),
  };
};

function statusOf(context: ContainerContext): Record<string, unknown> {
  const { name } = context.object.metadata;
  const template = variable(context, 'STANDIN_STATUS');
  if (template === '') return {};
  if (template === undefined) {
    return {
      message: `${context.object.kind} ${name} is ready`,
      connectionDetails: { host: `${name}.default.svc`, port: 5432 },
    };
  }
  const spec = (context.object.spec ?? {}) as Record<string, unknown>;
  const text = template
    .replace(/\$\{name\}/g, name)
    .replace(/\$\{spec_(\w+)\}/g, (_all, key: string) => String(spec[key]));
  return parse(text) as Record<string, unknown>;
}

function controlOf({ container, object, attempts }: ContainerContext) {
  const annotations = object.metadata.annotations ?? {};
  const text = annotations['test/workflow-control'];
  const until = annotations['test/control-until-attempts'];
  if (!text || annotations['test/workflow-control-step'] !== container.name) {
    return {};
  }
  if (until && attempts >= Number(until)) return {};
  return { control: parse(text) as Record<string, never> };
}
