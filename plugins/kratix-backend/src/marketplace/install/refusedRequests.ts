import {
  requestCheck,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { Turns } from '../../http/Turns';
import type { PromiseRequest } from './affectedRequests';

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
  const turns = new Turns();
  for (const request of requests) {
    const problems = check(request.object);
    if (problems.length > 0) refused.push({ request, problems });
    if (turns.due) await turns.give();
  }
  return refused;
}
