import type { PromiseView } from '@kratix-portal/backstage-plugin-kratix-common';
import { formLinkQuery } from '../forms/page/formLink';
import type { Links } from '../navigation';

/** What is known before the form opens. @internal */
export interface Prefill {
  name?: string;
  /** Entity ref of the owning Group. */
  owner?: string;
  /** Entity ref of the Component it is for. */
  service?: string;
}

/** The address of a Promise's form, prefilled. @internal */
export function requestFormLink(
  links: Links,
  promise: Pick<PromiseView, 'platform' | 'name'>,
  { name, owner, service }: Prefill = {},
): string {
  const { platform } = promise;
  const query = formLinkQuery({ name, team: owner, service });
  return links.newRequest({ platform, name: promise.name }, query);
}
