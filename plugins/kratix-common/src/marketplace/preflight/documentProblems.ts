import {
  asList,
  asText,
  isRecord,
  listAt,
  recordAt,
  textAt,
  valueAt,
  type KubeObject,
  type UnknownRecord,
} from '../../kube';
import { apiOfPromise } from '../../promises';
import { structuralCauses } from '../../schemas';

const longestAccount = 60;

/** Keys that Kratix reads in a pipeline, with those in what they hold. */
const pipelineKeys = ['apiVersion', 'kind', 'metadata', 'spec'];
const specKeys = [
  'containers',
  'volumes',
  'imagePullSecrets',
  'nodeSelector',
  'tolerations',
  'restartPolicy',
  'jobOptions',
  'rbac',
];
const containerKeys = ['name', 'image', 'command', 'args', 'env', 'envFrom'];
const rbacKeys = ['serviceAccount', 'permissions'];
const permissionKeys = [
  'resourceNamespace',
  'apiGroups',
  'resources',
  'resourceNames',
  'verbs',
  'nonResourceURLs',
];

/**
 * What keeps a document from being a Promise that Kratix takes, in sentences:
 * what its webhook demands (reference §6.5) and an API server of the CRD. Asked
 * here too, as a platform may be without webhook. Pure and total.
 *
 * @param name - that the Promise has to have
 * @public
 */
export function documentProblems(promise: KubeObject, name: string): string[] {
  return [
    ...identityProblems(promise, name),
    ...apiProblems(promise),
    ...['promise', 'resource'].flatMap(type =>
      ['configure', 'delete'].flatMap(action =>
        pipelineProblems(promise, type, action),
      ),
    ),
  ];
}

function identityProblems(promise: KubeObject, name: string): string[] {
  const problems: string[] = [];
  if (textAt(promise, 'apiVersion') !== 'platform.kratix.io/v1alpha1') {
    problems.push('apiVersion has to be platform.kratix.io/v1alpha1');
  }
  if (textAt(promise, 'kind') !== 'Promise') {
    problems.push('kind has to be Promise');
  }
  const own = textAt(promise, 'metadata', 'name') ?? '';
  if (own !== name) {
    problems.push(`metadata.name has to be ${name}, as in the listing`);
  }
  if (own.length > 253 || !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(own)) {
    problems.push('metadata.name is no name that Kubernetes takes');
  }
  if (!isRecord(promise.spec)) problems.push('spec is missing');
  return problems;
}

function apiProblems(promise: KubeObject): string[] {
  const offered = apiOfPromise(promise);
  if ('reason' in offered) {
    return offered.reason === 'none'
      ? []
      : [`spec.api can't be used: ${offered.detail ?? offered.reason}`];
  }
  const problems: string[] = [];
  const { crd, group, plural } = offered.api;
  if (crd !== `${plural}.${group}`) {
    problems.push(`spec.api.metadata.name has to be ${plural}.${group}`);
  }
  const scope = textAt(promise, 'spec', 'api', 'spec', 'scope');
  if (scope !== 'Namespaced') {
    problems.push('spec.api.spec.scope has to be Namespaced');
  }
  const versions = listAt(promise, 'spec', 'api', 'spec', 'versions');
  const stored = versions.filter(one => valueAt(one, 'storage') === true);
  if (stored.length !== 1) {
    problems.push('spec.api has to have one version with storage: true');
  }
  versions.forEach((version, index) => {
    const schema = valueAt(version, 'schema', 'openAPIV3Schema');
    const path = `spec.api.spec.versions[${index}].schema.openAPIV3Schema`;
    const causes = isRecord(schema)
      ? // Kratix writes the type of the whole where it is missing.
        structuralCauses({ type: 'object', ...schema }, path)
      : [{ field: path, message: 'Required value: must be a schema' }];
    problems.push(
      ...causes.map(({ field, message }) => `${field}: ${message}`),
    );
  });
  return problems;
}

function pipelineProblems(
  promise: KubeObject,
  type: string,
  action: string,
): string[] {
  const where = `spec.workflows.${type}.${action}`;
  const given = valueAt(promise, 'spec', 'workflows', type, action);
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) return [`${where} has to be a list`];
  const seen = new Set<string>();
  return given.flatMap((pipeline: unknown, index) => {
    const at = `${where}[${index}]`;
    if (!isRecord(pipeline)) return [`${at} is no Pipeline`];
    const problems = keyProblems(pipeline, at);
    const kind = textAt(pipeline, 'kind');
    const apiVersion = textAt(pipeline, 'apiVersion');
    if (kind !== 'Pipeline' || apiVersion !== 'platform.kratix.io/v1alpha1') {
      problems.push(`${at} is no Pipeline of platform.kratix.io/v1alpha1`);
    }
    const own = textAt(pipeline, 'metadata', 'name') ?? '';
    if (seen.has(own)) problems.push(`${where} has two pipelines '${own}'`);
    seen.add(own);
    if (!own) problems.push(`${at}.metadata.name is missing`);
    const account = [textAt(promise, 'metadata', 'name'), type, action, own];
    if (account.join('-').length > longestAccount) {
      problems.push(
        `${at}.metadata.name is too long: ${account.join(
          '-',
        )} has more than ${longestAccount} characters`,
      );
    }
    const containers = listAt(pipeline, 'spec', 'containers');
    if (containers.length === 0) {
      problems.push(`${at}.spec.containers is empty`);
    }
    containers.forEach((container, place) => {
      if (!textAt(container, 'image')) {
        problems.push(`${at}.spec.containers[${place}].image is missing`);
      }
    });
    return problems;
  });
}

/**
 * Kratix refuses keys that it does not know and reads those that it knows in any
 * letter case; a container under `Containers` would run and be seen by nobody.
 */
function keyProblems(pipeline: UnknownRecord, at: string): string[] {
  const spec = recordAt(pipeline, 'spec');
  const rbac = recordAt(spec, 'rbac');
  return [
    ...unknownKeys(pipeline, pipelineKeys, at),
    ...unknownKeys(spec, specKeys, `${at}.spec`),
    ...misspelt(rbac, rbacKeys, `${at}.spec.rbac`),
    ...asList(spec.containers).flatMap((container, index) =>
      misspelt(container, containerKeys, `${at}.spec.containers[${index}]`),
    ),
    ...asList(rbac.permissions).flatMap((permission, index) =>
      misspelt(
        permission,
        permissionKeys,
        `${at}.spec.rbac.permissions[${index}]`,
      ),
    ),
  ];
}

function unknownKeys(
  holder: UnknownRecord,
  known: readonly string[],
  at: string,
): string[] {
  return Object.keys(holder)
    .filter(key => !known.includes(key))
    .map(key => `${at} has the unknown key '${key}'`);
}

function misspelt(
  holder: unknown,
  known: readonly string[],
  at: string,
): string[] {
  if (!isRecord(holder)) return [];
  return Object.keys(holder).flatMap(key => {
    const meant = known.find(
      one => one !== key && lower(one) === lower(asText(key) ?? ''),
    );
    return meant ? [`${at} has '${key}', which has to be '${meant}'`] : [];
  });
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
