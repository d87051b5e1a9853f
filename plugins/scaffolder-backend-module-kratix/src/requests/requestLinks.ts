import {
  parseRequestRef,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The plugin's page about a request; a path alone where config does not say
 * where the portal is.
 *
 * @internal
 */
export function requestUrl(ref: RequestRef, appBaseUrl = ''): string {
  const { platform, crd, namespace, name } = ref;
  return `${appBaseUrl}/kratix/requests/${platform}/${crd}/${namespace}/${name}`;
}

/** A ref as a step's input, trimmed. @internal */
export function readRequestRef(text: string): RequestRef {
  return parseRequestRef(text.trim());
}
