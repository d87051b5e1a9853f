import type { PlatformView } from '@kratix-portal/backstage-plugin-kratix-common';

/** What helps whoever looks after the portal; no addresses, no tokens. Pure. @internal */
export function diagnosticsOf(platform: PlatformView): string {
  const { id, description, freshness, kinds, features, rights } = platform;
  const lines = [
    `platform: ${id}${platform.sandbox ? ' (sandbox)' : ''}`,
    `state: ${description.label}`,
    `reason: ${description.reason ?? '-'}`,
    `writable: ${description.writable ? 'yes' : 'no'}`,
    `last contact: ${description.lastContact ?? '-'}`,
    `failing since: ${freshness.failingSince ?? '-'}`,
    `delay: ${platform.delayMs === undefined ? '-' : `${platform.delayMs} ms`}`,
    `API server: ${platform.apiServerVersion ?? '-'}`,
    `identity: ${platform.identity}`,
    `rights asked: ${rights?.askedAt ?? '-'}${
      rights?.failed ? ', failed' : ''
    }`,
    ...(rights?.impersonation
      ? [`may act as people: ${rights.impersonation}`]
      : []),
    'features:',
    ...features.map(feature => `  ${feature.id}: ${feature.state}`),
    'kinds:',
    ...kinds.map(
      ({ plural, group, state, count, rights: of }) =>
        `  ${plural}.${group}: ${state}, ${count ?? '-'}, ${Object.entries(of)
          .map(([verb, right]) => `${verb} ${right}`)
          .join(', ')}`,
    ),
  ];
  return lines.join('\n');
}
