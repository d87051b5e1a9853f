import {
  parseExact,
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { DefinitionObject } from '../simulator/kratixObjects';
import { scenarioDocument, type PromiseEntry } from './scenarioFile';

const versionLabel = 'kratix.io/promise-version';
const home = 'https://promises.sandbox.invalid/';

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
  labels,
  annotations,
}: PromiseEntry): KubeObject {
  const promise = scenarioDocument(`promises/${file}`) as KubeObject;
  const newest = promise.metadata.labels?.[versionLabel] ?? '';
  const wanted = version ?? newest;
  const atVersion = parseExact(
    stringifyExact(promise).replaceAll(
      `:${newest.slice(1)}"`,
      `:${wanted.slice(1)}"`,
    ),
  ) as KubeObject;
  without.forEach(field => dropField(atVersion, field));
  const { metadata } = atVersion;
  return {
    ...atVersion,
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, [versionLabel]: wanted, ...labels },
      annotations: { ...metadata.annotations, ...annotations },
    },
  };
}

function dropField({ spec }: KubeObject, field: string) {
  const { api } = spec as { api: DefinitionObject };
  for (const version of api.spec.versions) {
    const { openAPIV3Schema } = version.schema as {
      openAPIV3Schema: {
        properties: { spec: { properties: Record<string, unknown> } };
      };
    };
    delete openAPIV3Schema.properties.spec.properties[field];
  }
}

/**
 * What lies at the addresses that PromiseReleases of a sandbox may name:
 * `https://promises.sandbox.invalid/<file>.yaml`, at the version behind `?`.
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
