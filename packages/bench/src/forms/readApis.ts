import {
  apiOfCrd,
  exactNumbers,
  hintsOfPromise,
  isRecord,
  type HintsByField,
  type KubeObject,
  type OfferedApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** As the portal is unless it is configured otherwise. */
const annotationPrefix = 'kratix-portal.io/';

/** An API found in a file. */
export interface FoundApi {
  file: string;
  api: OfferedApi;
  /** As it would be installed: for one version, its objects in namespaces. */
  crd: KubeObject;
  hints?: HintsByField;
  /** Name of the Promise, where it is one's. */
  promise?: string;
  /** Of its hints. */
  problem?: string;
}

/** What of the files is no API, and why. */
export interface Unreadable {
  file: string;
  why: string;
}

export interface FoundApis {
  apis: FoundApi[];
  unreadable: Unreadable[];
  /** Files of Promises that take no requests, so that there is no form. */
  withoutApi: string[];
}

const nothing = (): FoundApis => ({ apis: [], unreadable: [], withoutApi: [] });

/**
 * The APIs of all Promises and CRDs in files and folders. What a folder holds
 * beside them is none of our business; a file that was named must hold one.
 */
export function readApis(
  paths: string[],
  options: { from: string; allVersions: boolean },
): FoundApis {
  const found = nothing();
  for (const path of paths) {
    let files: string[];
    try {
      files = filesAt(path);
    } catch {
      found.unreadable.push({ file: path, why: 'it can’t be read' });
      continue;
    }
    const isNamed = files[0] === path;
    for (const file of files) {
      const name = relative(options.from, file) || file;
      const read = apisIn(readFileSync(file, 'utf8'), name, options);
      found.apis.push(...read.apis);
      found.unreadable.push(...read.unreadable);
      found.withoutApi.push(...read.withoutApi);
      const isEmpty = Object.values(read).every(list => list.length === 0);
      if (isNamed && isEmpty) {
        const why = 'it holds neither a Promise nor a CRD';
        found.unreadable.push({ file: name, why });
      }
    }
  }
  return found;
}

function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return (
    readdirSync(path, { recursive: true })
      .map(String)
      .filter(name => /\.(ya?ml|json)$/.test(name))
      // Hidden folders hold what is for tools, as templates of Promises.
      .filter(name => !/(^|\/)(node_modules|\.[^/]*)\//.test(name))
      .sort()
      .map(name => join(path, name))
  );
}

/** Of one text, which may hold several documents. */
export function apisIn(
  text: string,
  file: string,
  { allVersions }: { allVersions: boolean },
): FoundApis {
  const found = nothing();
  for (const document of parseAllDocuments(text, {
    intAsBigInt: true,
    merge: true,
    logLevel: 'silent',
  })) {
    const [error] = document.errors;
    if (error) {
      // A template for something else may well look like that.
      const declares = /^kind: *(Promise|CustomResourceDefinition)\b/m;
      if (declares.test(text)) {
        const [why] = error.message.split('\n');
        found.unreadable.push({ file, why });
      }
      continue;
    }
    const value = exactNumbers(document.toJS({ maxAliasCount: 10_000 }));
    const crd = crdOf(value);
    if (!crd) {
      if (isPromise(value)) found.withoutApi.push(file);
      continue;
    }
    for (const one of allVersions ? versionsOf(crd) : [crd]) {
      const result = apiOfCrd(one);
      if ('api' in result) {
        found.apis.push({
          file,
          api: result.api,
          crd: installable(one, result.api),
          ...promiseOf(value),
        });
      } else {
        const why = result.detail ?? result.reason;
        found.unreadable.push({ file, why: `its API can’t be read: ${why}` });
      }
    }
  }
  return found;
}

function isPromise(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && value.kind === 'Promise';
}

function crdOf(value: unknown): Record<string, unknown> | undefined {
  if (!isRecord(value)) return undefined;
  if (value.kind === 'CustomResourceDefinition') return value;
  if (!isPromise(value) || !isRecord(value.spec)) return undefined;
  const { api } = value.spec;
  return isRecord(api) && Object.keys(api).length > 0 ? api : undefined;
}

function promiseOf(
  value: unknown,
): Pick<FoundApi, 'hints' | 'promise' | 'problem'> {
  if (!isPromise(value)) return {};
  const { metadata } = value;
  const { name } = isRecord(metadata) ? metadata : { name: undefined };
  if (typeof name !== 'string') return {};
  const promise = { ...value, metadata: { ...Object(metadata), name } };
  return { promise: name, ...hintsOfPromise(promise, annotationPrefix) };
}

/** Each version, as if it were the only one. */
function versionsOf(crd: Record<string, unknown>): Record<string, unknown>[] {
  const spec = isRecord(crd.spec) ? crd.spec : {};
  const versions = Array.isArray(spec.versions) ? spec.versions : [];
  return versions.filter(isRecord).map(version => ({
    ...crd,
    spec: {
      ...spec,
      versions: [{ ...version, served: true, storage: true }],
    },
  }));
}

/**
 * As Kratix would install it: an own server converts between versions only on
 * the cluster that it was made for, and requests are in namespaces.
 */
function installable(
  { spec: given, metadata: meta }: Record<string, unknown>,
  api: OfferedApi,
): KubeObject {
  const spec = isRecord(given) ? given : {};
  const { conversion: _ofAnotherCluster, ...rest } = spec;
  const versions = Array.isArray(spec.versions) ? spec.versions : [];
  const annotations = isRecord(meta) ? meta.annotations : undefined;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: api.crd,
      ...(isRecord(annotations) && {
        // Without it names of Kubernetes' own groups are refused.
        annotations: textsIn(annotations, 'api-approved.kubernetes.io'),
      }),
    },
    spec: {
      ...rest,
      scope: 'Namespaced',
      versions: versions
        .filter(isRecord)
        .filter(({ name }) => name === api.version)
        .map(version => ({ ...version, served: true, storage: true })),
    },
  };
}

function textsIn(
  annotations: Record<string, unknown>,
  name: string,
): Record<string, string> {
  const value = annotations[name];
  return typeof value === 'string' ? { [name]: value } : {};
}
