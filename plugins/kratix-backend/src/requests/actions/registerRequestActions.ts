import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerCreateRequest } from './createRequest';
import { registerDeleteRequest } from './deleteRequest';
import { registerGetRequest } from './getRequest';
import type { PersonalKratix } from './PersonalKratix';
import { registerUpdateRequest } from './updateRequest';

/** What MCP clients and the command line may do with requests. @internal */
export function registerRequestActions(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registerGetRequest(registry, kratix);
  registerCreateRequest(registry, kratix);
  registerUpdateRequest(registry, kratix);
  registerDeleteRequest(registry, kratix);
}
