import type { PromiseView } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Links } from '../navigation';

/** What is known before the form opens. @internal */
export interface Prefill {
  name?: string;
  /** Entity ref of the owning Group. */
  owner?: string;
  /** Entity ref of the Component it is for. */
  service?: string;
}

/** The address of a Promise's form, prefilled; absent where it has none. @internal */
export function requestFormLink(
  links: Links,
  promise: Pick<PromiseView, 'templateRef'>,
  prefill: Prefill = {},
): string | undefined {
  if (!promise.templateRef) return undefined;
  const known = Object.entries(prefill).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return links.template(promise.templateRef, Object.fromEntries(known));
}
