import {
  asText,
  compileSchema,
  isRecord,
  requestSample,
  valueAt,
  type KubeObject,
  type OfferedApi,
  type SampleKind,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KubeAnswer, KubeCalls } from './kubeCalls';

/** What a server says to a generated request, without keeping it. */
export type Verdict =
  | { accepted: true }
  | { accepted: false; why: string }
  /** Nobody could be asked. */
  | { accepted: undefined; why: string };

export interface Verdicts {
  minimal: Verdict;
  full: Verdict;
}

const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const both = (verdict: Verdict): Verdicts => ({
  minimal: verdict,
  full: verdict,
});

const patienceMs = 20_000;

/**
 * Asks a server that is ours: the API is installed for it, and removed again.
 */
export async function tryOnOwnServer(
  call: KubeCalls,
  { api, crd }: { api: OfferedApi; crd: KubeObject },
): Promise<Verdicts> {
  const made = await call({ method: 'POST', path: crds, body: crd });
  if (made.code !== 201) {
    return both({
      accepted: false,
      why: `the CRD is refused: ${reasonIn(made)}`,
    });
  }
  try {
    await served(call, api);
    return await tryInstalled(call, api, 'default');
  } finally {
    await call({ method: 'DELETE', path: `${crds}/${api.crd}` });
    await gone(call, api);
  }
}

/** Asks a server of somebody's, on which nothing is changed. */
export async function tryOnServer(
  call: KubeCalls,
  { api }: { api: OfferedApi },
  namespace: string,
): Promise<Verdicts> {
  const { code } = await call({ path: `${crds}/${api.crd}` });
  if (code === 200) return tryInstalled(call, api, namespace);
  const why =
    code === 404 ? 'not installed there' : `its CRD can’t be read (${code})`;
  return both({ accepted: undefined, why });
}

async function tryInstalled(
  call: KubeCalls,
  api: OfferedApi,
  namespace: string,
): Promise<Verdicts> {
  const { check, shape } = compileSchema(api.schema ?? {});
  // With defaults, as the server will see it.
  const checkShaped = (object: unknown) => check(shape(object));
  const tried = async (kind: SampleKind): Promise<Verdict> => {
    const body = {
      apiVersion: `${api.group}/${api.version}`,
      kind: api.kind,
      metadata: { name: nameFor(api, kind), namespace },
      ...requestSample(api.schema, kind, checkShaped),
    };
    const path = `${pathOf(api, namespace)}?dryRun=All`;
    const answer = await call({ method: 'POST', path, body });
    return answer.code === 201
      ? { accepted: true }
      : { accepted: false, why: reasonIn(answer) };
  };
  return { minimal: await tried('minimal'), full: await tried('full') };
}

/** Some APIs are particular about names. */
function nameFor({ schema }: OfferedApi, kind: SampleKind): string {
  const name = valueAt(schema, 'properties', 'metadata', 'properties', 'name');
  const made = isRecord(name)
    ? requestSample({ properties: { spec: name } }, 'full').spec
    : undefined;
  return typeof made === 'string' && /^[a-z0-9-]+$/.test(made)
    ? `${made}${kind}`
    : `form-report-${kind}`;
}

function pathOf({ group, version, plural }: OfferedApi, namespace: string) {
  return `/apis/${group}/${version}/namespaces/${namespace}/${plural}`;
}

async function served(call: KubeCalls, api: OfferedApi): Promise<void> {
  await until(async () => {
    const { code } = await call({ path: pathOf(api, 'default') });
    return code === 200;
  });
}

async function gone(call: KubeCalls, api: OfferedApi): Promise<void> {
  await until(async () => {
    const { code } = await call({ path: `${crds}/${api.crd}` });
    return code === 404;
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('The API server is too slow');
    await sleep(20);
  }
}

/** The server's own words, as much of them as helps. */
function reasonIn({ code, body }: KubeAnswer): string {
  const status = isRecord(body) ? body : {};
  const details = isRecord(status.details) ? status.details : {};
  const causes = Array.isArray(details.causes) ? details.causes : [];
  const told = causes
    .filter(isRecord)
    .map(({ field, message }) => `${field}: ${message}`);
  if (told.length === 0) {
    return asText(status.message) ?? `it answers ${code}`;
  }
  const more = told.length > 3 ? `; and ${told.length - 3} more` : '';
  return told.slice(0, 3).join('; ') + more;
}
