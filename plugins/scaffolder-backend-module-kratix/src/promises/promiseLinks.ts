/**
 * The plugin's page about a Promise; a path alone where config does not say
 * where the portal is.
 *
 * @internal
 */
export function promiseUrl(
  { platform, name }: { platform: string; name: string },
  appBaseUrl = '',
): string {
  return `${appBaseUrl}/kratix/promises/${platform}/${name}`;
}
