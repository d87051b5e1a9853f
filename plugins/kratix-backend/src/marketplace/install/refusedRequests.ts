import {
  requestCheck,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PromiseRequest } from './affectedRequests';

/** Longest stretch of work before others get a turn. */
const sliceMs = 10;

/**
 * The requests that a new version's API would refuse. Thousands take a while;
 * others are served meanwhile.
 *
 * @internal
 */
export async function refusedRequests(
  requests: readonly PromiseRequest[],
  before: KubeObject,
  after: KubeObject,
): Promise<{ request: PromiseRequest; problems: string[] }[]> {
  const check = requestCheck(before, after);
  const refused: { request: PromiseRequest; problems: string[] }[] = [];
  let since = performance.now();
  for (const request of requests) {
    const problems = check(request.object);
    if (problems.length > 0) refused.push({ request, problems });
    if (performance.now() - since > sliceMs) {
      await new Promise(resolve => setImmediate(resolve));
      since = performance.now();
    }
  }
  return refused;
}
