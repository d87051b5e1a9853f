import {
  parseExact,
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { DefinitionObject } from '../simulator/kratixObjects';
import { packagedDocument } from './packagedFiles';

const versionLabel = 'kratix.io/promise-version';
const home = 'https://promises.sandbox.invalid/';

/** A Promise of ours, as it was at some version. @internal */
export interface PackagedVersion {
  /** A folder of `marketplace`. */
  file: string;
  /** Default: the newest. */
  version?: string;
  /** Fields of the request that came later. */
  without?: string[];
  /** Fields of the request that were otherwise then. */
  schema?: Record<string, unknown>;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/**
 * One of our Promises as it was at some version: images of that version, and
 * without the fields that came later.
 *
 * @internal
 */
export function packagedPromise({
  file,
  version,
  without = [],
  schema = {},
  labels,
  annotations,
}: PackagedVersion): KubeObject {
  const promise = packagedDocument(
    `marketplace/${file}/promise.yaml`,
  ) as KubeObject;
  const newest = promise.metadata.labels?.[versionLabel];
  const wanted = version ?? newest;
  const atVersion = parseExact(
    newest && wanted
      ? stringifyExact(promise).replaceAll(
          `:${newest.slice(1)}"`,
          `:${wanted.slice(1)}"`,
        )
      : stringifyExact(promise),
  ) as KubeObject;
  for (const fields of requestFields(atVersion)) {
    without.forEach(field => delete fields[field]);
    Object.assign(fields, schema);
  }
  const { metadata } = atVersion;
  const allLabels = {
    ...metadata.labels,
    ...(wanted && { [versionLabel]: wanted }),
    ...labels,
  };
  return {
    ...atVersion,
    metadata: {
      ...metadata,
      ...(Object.keys(allLabels).length > 0 && { labels: allLabels }),
      annotations: { ...metadata.annotations, ...annotations },
    },
  };
}

/** The schemas of the fields in `spec`, of each version of the API. */
function requestFields({ spec }: KubeObject): Record<string, unknown>[] {
  const { api } = spec as { api?: DefinitionObject };
  return (api?.spec.versions ?? []).map(version => {
    const { openAPIV3Schema } = version.schema as {
      openAPIV3Schema: {
        properties: { spec: { properties: Record<string, unknown> } };
      };
    };
    return openAPIV3Schema.properties.spec.properties;
  });
}

/**
 * Where a Promise of ours lies for PromiseReleases of a sandbox.
 *
 * @internal
 */
export function packagedUrl(file: string, version?: string): string {
  return `${home}${file}.yaml${version ? `?${version}` : ''}`;
}

/**
 * What lies at the addresses that PromiseReleases of a sandbox may name:
 * `https://promises.sandbox.invalid/<folder>.yaml`, at the version behind `?`.
 *
 * @public
 */
export function packagedSource(url: string): string | undefined {
  const found = /^([a-z-]+)\.yaml(?:\?(v[\d.]+))?$/.exec(
    url.startsWith(home) ? url.slice(home.length) : '',
  );
  if (!found) return undefined;
  try {
    const [, file, version] = found;
    return stringifyExact(packagedPromise({ file, version }));
  } catch {
    // No such file, which is what a server answers with 404.
    return undefined;
  }
}
