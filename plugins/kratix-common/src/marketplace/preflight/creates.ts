import type { InstallMethod, PreflightReport } from '../../api';
import { labelOf, listAt, nameOf, textAt, type KubeObject } from '../../kube';
import { kratixLabels, unversioned } from '../../kratixNames';
import { apiOfPromise } from '../../promises';

/**
 * What the cluster will hold more, by kind, as far as the Promise tells: names
 * with random endings are given without them. Requests bring more of their own.
 *
 * @public
 */
export function createdBy(
  promise: KubeObject,
  method: InstallMethod,
): PreflightReport['creates'] {
  const name = nameOf(promise);
  const offered = apiOfPromise(promise);
  const configure = pipelineNames(promise, 'promise', 'configure');
  const accounts = ['configure', 'delete'].flatMap(action =>
    pipelineNames(promise, 'promise', action).map(
      pipeline => `${name}-promise-${action}-${pipeline}`,
    ),
  );
  const { own, wide } = rolesOf(promise);
  const dependencies = listAt(promise, 'spec', 'dependencies').length > 0;
  const all: PreflightReport['creates'] = [
    { kind: 'PromiseRelease', names: method === 'release' ? [name] : [] },
    { kind: 'Promise', names: [name] },
    {
      kind: 'PromiseRevision',
      names: [
        `${name} ${
          labelOf(promise, kratixLabels.promiseVersion) ?? unversioned
        }`,
      ],
    },
    {
      kind: 'CustomResourceDefinition',
      names: 'api' in offered ? [offered.api.crd] : [],
    },
    {
      kind: 'Work',
      names: [
        ...(dependencies ? [`${name}-static-deps`] : []),
        ...configure.map(pipeline => `${name}-${pipeline}`),
      ],
    },
    { kind: 'Job', names: configure.map(one => `kratix-${name}-${one}`) },
    { kind: 'ServiceAccount', names: accounts },
    { kind: 'Role', names: own },
    { kind: 'ClusterRole', names: wide },
  ];
  return all.filter(({ names }) => names.length > 0);
}

function pipelineNames(
  promise: KubeObject,
  type: string,
  action: string,
): string[] {
  return listAt(promise, 'spec', 'workflows', type, action).flatMap(
    pipeline => textAt(pipeline, 'metadata', 'name') ?? [],
  );
}

/** Of all pipelines: those of requests come with the first one. */
function rolesOf(promise: KubeObject): { own: string[]; wide: string[] } {
  const own: string[] = [];
  const wide: string[] = [];
  for (const type of ['promise', 'resource']) {
    for (const action of ['configure', 'delete']) {
      const path = ['spec', 'workflows', type, action];
      for (const pipeline of listAt(promise, ...path)) {
        const pipelineName = textAt(pipeline, 'metadata', 'name');
        const asked = listAt(pipeline, 'spec', 'rbac', 'permissions');
        if (!pipelineName || asked.length === 0) continue;
        const role = [nameOf(promise), type, action, pipelineName].join('-');
        const isWide = asked.some(
          one => textAt(one, 'resourceNamespace') === '*',
        );
        (isWide ? wide : own).push(role);
      }
    }
  }
  return { own, wide };
}
