import type { ApiChange } from '../../api';
import {
  asText,
  isRecord,
  listAt,
  recordAt,
  stringifyExact,
  textAt,
  valueAt,
  type UnknownRecord,
} from '../../kube';
import { apiOfPromise, type OfferedApi } from '../../promises';
import { compareSchemas, sameJsonValue } from '../../schemas';

/** Beyond these a change of an API is no list to read; what breaks comes first. */
const mostChanges = 1000;

/**
 * What differs between the APIs of two bare Promises. The paths of versions
 * other than the one that requests use begin with the version:
 * `v1beta1/spec.size`.
 *
 * @internal
 */
export function compareApis(
  before: UnknownRecord,
  after: UnknownRecord,
): ApiChange[] {
  const was = offeredBy(before);
  const is = offeredBy(after);
  if (!was && !is) return [];
  if (!was || !is) {
    const words = (api: OfferedApi | undefined) =>
      api && stringifyExact(`${api.kind} (${api.crd})`);
    const from = words(was);
    const to = words(is);
    return [
      {
        kind: was ? 'api-removed' : 'api-added',
        path: '',
        breaking: was !== undefined,
        ...(from && { before: from }),
        ...(to && { after: to }),
      },
    ];
  }
  const changes = [
    ...nameChanges(before, after),
    ...versionChanges(before, after),
    ...compareSchemas(was.schema, is.schema),
    ...otherVersions(before, after, [was.version, is.version]),
  ];
  if (changes.length <= mostChanges) return changes;
  const breaking = changes.filter(change => change.breaking);
  const harmless = changes.filter(change => !change.breaking);
  return [...breaking, ...harmless].slice(0, mostChanges);
}

function offeredBy(promise: UnknownRecord): OfferedApi | undefined {
  const offered = apiOfPromise({
    ...promise,
    // Only what it offers is read.
    metadata: { name: '' },
  });
  return 'api' in offered ? offered.api : undefined;
}

/** Kratix refuses them all (recording 19). */
function nameChanges(before: UnknownRecord, after: UnknownRecord): ApiChange[] {
  const [was, is] = [before, after].map(promise => ({
    crd: textAt(promise, 'spec', 'api', 'metadata', 'name'),
    group: textAt(promise, 'spec', 'api', 'spec', 'group'),
    scope: textAt(promise, 'spec', 'api', 'spec', 'scope'),
    names: recordAt(promise, 'spec', 'api', 'spec', 'names'),
  }));
  if (sameJsonValue(was, is)) return [];
  return [
    {
      kind: 'renamed',
      path: '',
      breaking: true,
      before: stringifyExact(was),
      after: stringifyExact(is),
    },
  ];
}

function versionsOf(promise: UnknownRecord): Map<string, UnknownRecord> {
  return new Map(
    listAt(promise, 'spec', 'api', 'spec', 'versions')
      .filter(isRecord)
      .flatMap(version => {
        const name = asText(version.name);
        return name ? [[name, version] as const] : [];
      }),
  );
}

function versionChanges(
  before: UnknownRecord,
  after: UnknownRecord,
): ApiChange[] {
  const were = versionsOf(before);
  const are = versionsOf(after);
  const served = (versions: Map<string, UnknownRecord>) =>
    new Set(
      [...versions]
        .filter(([, version]) => version.served !== false)
        .map(([name]) => name),
    );
  const stored = (versions: Map<string, UnknownRecord>) =>
    [...versions].find(([, version]) => version.storage === true)?.[0];
  const [wereServed, areServed] = [served(were), served(are)];
  const changes: ApiChange[] = [];
  for (const name of areServed) {
    if (wereServed.has(name)) continue;
    changes.push({
      kind: 'version-added',
      path: '',
      breaking: false,
      after: stringifyExact(name),
    });
  }
  for (const name of new Set([...wereServed, ...were.keys()])) {
    const isGone = wereServed.has(name) ? !areServed.has(name) : !are.has(name);
    if (!isGone) continue;
    changes.push({
      kind: 'version-removed',
      path: '',
      // What nobody could write nobody misses.
      breaking: wereServed.has(name),
      before: stringifyExact(name),
    });
  }
  const [from, to] = [stored(were), stored(are)];
  if (from && to && from !== to) {
    changes.push({
      kind: 'storage-version-changed',
      path: '',
      // Objects move by themselves; what they may hold is compared below.
      breaking: false,
      before: stringifyExact(from),
      after: stringifyExact(to),
    });
  }
  return changes;
}

function otherVersions(
  before: UnknownRecord,
  after: UnknownRecord,
  [was, is]: [string, string],
): ApiChange[] {
  const are = versionsOf(after);
  return [...versionsOf(before)].flatMap(([name, version]) => {
    const now = are.get(name);
    const isTold = name === was && name === is;
    if (!now || isTold || version.served === false) return [];
    return compareSchemas(schemaOf(version), schemaOf(now)).map(change => ({
      ...change,
      path: `${name}/${change.path}`,
    }));
  });
}

function schemaOf(version: UnknownRecord): unknown {
  return valueAt(version, 'schema', 'openAPIV3Schema');
}
