import type {
  InstallationView,
  PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useLive,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';

/** How far an install, upgrade or removal is, current. @internal */
export function useInstallation(
  ref: PromiseRef,
  options: { enabled?: boolean } = {},
): Loadable<InstallationView> {
  return useLive<InstallationView>({
    key: `installation ${ref.platform}/${ref.name}`,
    enabled: options.enabled,
    read: (api, signal) => api.getInstallation(ref, { signal }),
    onEvent: (event, installation) => {
      if (event.type === 'platform') {
        return event.view.id === ref.platform
          ? { value: { ...installation, freshness: event.view.freshness } }
          : 'none';
      }
      if (event.type !== 'promise') return 'none';
      const { platform, name } = event.ref;
      return platform === ref.platform && name === ref.name
        ? 'refresh'
        : 'none';
    },
  });
}
