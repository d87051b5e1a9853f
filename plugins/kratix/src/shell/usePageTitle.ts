import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useEffect } from 'react';

/** What the plugin is called in this portal. @internal */
export function usePluginTitle(): string {
  const { t } = useKratixTranslation();
  const config = useApi(configApiRef);
  return config.getOptionalString('kratix.title') ?? t('shell.title');
}

/** `orders-db · Failed · Kratix` in the window's title. @internal */
export function usePageTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), usePluginTitle()].join(' · ');
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
