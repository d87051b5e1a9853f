import {
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { KubeStatusError, type AdmissionHook, type Store } from '../store';
import type { PromiseObject, Workflow } from '../simulator/kratixObjects';
import { isFulfilled, requirementStates } from './requirements';
import { isDefinition, requestDefinition } from './requestDefinition';
import { canonicalJson } from '../simulator/names';
import type { World } from '../simulator/world';

const name = 'validate-promise.kratix.io';
const longestAccount = 60;

const pipelineFields = new Set(['apiVersion', 'kind', 'metadata', 'spec']);
const specFields = new Set([
  'containers',
  'volumes',
  'imagePullSecrets',
  'nodeSelector',
  'tolerations',
  'restartPolicy',
  'jobOptions',
  'rbac',
]);

/** What is wrong with the pipelines of one workflow (reference §6.5). Pure. */
function pipelineProblem(
  promise: string,
  type: 'promise' | 'resource',
  workflow: Workflow = {},
): string | undefined {
  for (const action of ['configure', 'delete'] as const) {
    const seen = new Set<string>();
    for (const pipeline of workflow[action] ?? []) {
      const pipelineName = pipeline.metadata?.name ?? '';
      const unknown = [
        ...Object.keys(pipeline).filter(one => !pipelineFields.has(one)),
        ...Object.keys(pipeline.spec ?? {}).filter(one => !specFields.has(one)),
      ];
      if (unknown.length > 0) {
        return `failed parsing ${type}.${action} pipeline: failed unmarshalling pipeline ${pipelineName}: json: unknown field "${unknown[0]}"`;
      }
      if (seen.has(pipelineName)) {
        return `duplicate pipeline name "${pipelineName}" in workflow "${type}" action "${action}"`;
      }
      seen.add(pipelineName);
      const account = [promise, type, action, pipelineName].join('-');
      if (account.length > longestAccount) {
        return `${type}.${action} pipeline with name "${pipelineName}" is too long. The name is used when generating resources for the pipeline,including the ServiceAccount which follows the format of "${account}", which cannot be longer than ${longestAccount} characters in total`;
      }
    }
  }
  return undefined;
}

/** What is wrong with the API, by itself or beside the one there was. Pure. */
function apiProblem(
  promise: PromiseObject,
  previous: PromiseObject | undefined,
): string | undefined {
  const { api } = promise.spec;
  if (!isDefinition(api)) {
    return isDefinition(previous?.spec.api)
      ? 'failed to generate pipeline resources promise does not contain an API'
      : undefined;
  }
  const { scope } = api.spec;
  if (scope !== 'Namespaced') {
    return `promise api needs to be namespace scoped; spec.api.spec.scope cannot be: ${scope}`;
  }
  const before = previous?.spec.api;
  if (!isDefinition(before)) return undefined;
  const problems: string[] = [];
  if (before.metadata.name !== api.metadata.name) {
    problems.push(
      `* spec.api.metadata.name: Invalid value: ${stringifyExact(
        api.metadata.name,
      )}: field is immutable`,
    );
  }
  const names = ({ kind, plural }: typeof api.spec.names) =>
    `${kind}/${plural}`;
  if (names(before.spec.names) !== names(api.spec.names)) {
    problems.push(
      `* spec.api.spec.names: Invalid value: ${stringifyExact(
        api.spec.names,
      )}: field is immutable`,
    );
  }
  return problems.length > 0
    ? `promises.platform.kratix.io "${
        promise.metadata.name
      }" was not valid:\n${problems.join('\n')}`
    : undefined;
}

/** Kratix has the API server check the CRD without keeping it. */
function checkDefinition(store: Store, promise: PromiseObject) {
  const wanted = requestDefinition(promise);
  if (!wanted) return;
  const known = store.get(
    'apiextensions.k8s.io',
    'customresourcedefinitions',
    wanted.metadata.name,
  );
  try {
    if (known) {
      const metadata = known.metadata;
      store.update({ ...known, ...wanted, metadata }, { dryRun: true });
    } else {
      store.create(wanted, { dryRun: true });
    }
  } catch (error) {
    if (!(error instanceof KubeStatusError)) throw error;
    const { code, message, status } = error;
    throw new KubeStatusError(
      code,
      status.reason ?? 'Invalid',
      `admission webhook "${name}" denied the request: ${message}`,
      status.details,
    );
  }
}

function requirementWarnings(world: World, promise: PromiseObject): string[] {
  const states = requirementStates(world, promise);
  if (isFulfilled(states)) return [];
  const missing = states.flatMap(({ name: required, version = '', state }) => {
    if (state === 'Requirement installed') return [];
    const what =
      state === 'Requirement not available' ? 'available' : 'installed';
    return [
      `Required Promise "${required}" at version "${version}" not ${what}`,
    ];
  });
  return [
    ...missing,
    'Promise will not be available until the above issue(s) is resolved',
  ];
}

/** Kratix's webhook for Promises. @internal */
export function promiseWebhook(world: World): AdmissionHook {
  return {
    name,
    matches: ({ kind, operation, subresource, object }) =>
      kind.plural === 'promises' &&
      kind.group === 'platform.kratix.io' &&
      operation !== 'DELETE' &&
      !subresource &&
      // Without a name the API server refuses it before it asks anyone.
      Boolean(object?.metadata.name) &&
      !object?.metadata.deletionTimestamp,
    review({ object, previous, operation }) {
      const promise = object as PromiseObject & KubeObject;
      const { api, workflows } = promise.spec ?? {};
      if (api && !isDefinition(api)) {
        // Kratix's webhook panics here (recording 19).
        throw new KubeStatusError(
          500,
          'InternalError',
          `admission webhook "${name}" denied the request: panic: runtime error: index out of range [0] with length 0 [recovered]`,
        );
      }
      const { name: own } = promise.metadata;
      const denied =
        apiProblem(promise, previous as PromiseObject | undefined) ??
        pipelineProblem(own, 'promise', workflows?.promise) ??
        pipelineProblem(own, 'resource', workflows?.resource);
      if (denied !== undefined) return { denied };
      const known = (previous as PromiseObject | undefined)?.spec.api;
      if (canonicalJson(api) !== canonicalJson(known)) {
        checkDefinition(world.store, promise);
      }
      return operation === 'CREATE'
        ? { warnings: requirementWarnings(world, promise) }
        : {};
    },
  };
}
