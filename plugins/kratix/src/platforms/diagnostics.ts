import type { PlatformView } from '@kratix-portal/backstage-plugin-kratix-common';

/** What helps whoever looks after the portal; no addresses, no tokens. Pure. @internal */
export function diagnosticsOf(platform: PlatformView): string {
  const { id, description, freshness, kinds } = platform;
  const lines = [
    `platform: ${id}`,
    `state: ${description.label}`,
    `reason: ${description.reason ?? '-'}`,
    `last contact: ${description.lastContact ?? '-'}`,
    `failing since: ${freshness.failingSince ?? '-'}`,
    `API server: ${platform.apiServerVersion ?? '-'}`,
    `identity: ${platform.identity}`,
    'kinds:',
    ...kinds.map(
      ({ plural, group, state, count }) =>
        `  ${plural}.${group}: ${state}, ${count}`,
    ),
  ];
  return lines.join('\n');
}
