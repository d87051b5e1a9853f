import { useApi } from '@backstage/frontend-plugin-api';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  runInstall,
  type InstallRunEnd,
  type InstallRunOptions,
} from './installRun';

/** What this page does right now, beside what the platform says. @internal */
export interface InstallRunState {
  /** Name of the Promise that is being created. */
  creating?: string;
  end?: InstallRunEnd;
}

/**
 * Carries out a plan. It goes on where the page is left; what was created then
 * shows from the platform alone.
 *
 * @internal
 */
export function useInstallRun() {
  const api = useApi(kratixApiRef);
  const [state, setState] = useState<InstallRunState>({});
  const shown = useRef(true);
  const busy = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  const start = useCallback(
    (plan: Omit<InstallRunOptions, 'api' | 'onCreating'>) => {
      // A second press while it runs does nothing.
      if (busy.current) return;
      busy.current = true;
      const tell = (next: InstallRunState) => {
        if (shown.current) setState(next);
      };
      runInstall({
        ...plan,
        api,
        onCreating: name => tell({ creating: name }),
      }).then(end => {
        busy.current = false;
        tell({ end });
      });
    },
    [api],
  );
  const reset = useCallback(() => setState({}), []);
  return { state, start, reset };
}
