import type { PlatformFeature } from '@kratix-portal/backstage-plugin-kratix-common';

/** What to type to get a feature, or to see whether it is there. Pure. @internal */
export function linesFor(
  feature: Pick<PlatformFeature, 'state' | 'crd'>,
): string | undefined {
  switch (feature.state) {
    case 'absent':
      return `kubectl get crd ${feature.crd}`;
    case 'off':
      return [
        'kubectl label destination NAME kratix.io/dry-run=true',
        '',
        '# ConfigMap kratix in kratix-platform-system, key config:',
        'featureFlags:',
        '  dryRun: true',
      ].join('\n');
    case 'refused':
    case 'found':
    case 'unknown':
      return undefined;
    default:
      return feature.state satisfies never;
  }
}
