import { useApi } from '@backstage/frontend-plugin-api';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { useEffect, useState } from 'react';
import type { NameState } from './checks';
import { nameProblem } from './requestNames';

const pauseMs = 300;

/** Whether a name is in use, and what to take instead. @internal */
export interface NameCheck {
  state: NameState;
  suggestion?: string;
}

/**
 * Asks once the typing pauses. Says nothing of a name that is none, and never
 * speaks of a name that was typed before.
 *
 * @internal
 */
export function useNameCheck(options: {
  platform: string;
  crd: string;
  namespace?: string;
  name: string;
  /** False where the name can't be chosen. */
  enabled: boolean;
}): NameCheck {
  const { platform, crd, namespace, name, enabled } = options;
  const api = useApi(kratixApiRef);
  const [found, setFound] = useState<NameCheck & { key: string }>();
  const key = `${platform}/${crd}/${namespace}/${name}`;
  const askable = enabled && namespace && nameProblem(name) === undefined;
  useEffect(() => {
    if (!askable || !namespace) return undefined;
    const abort = new AbortController();
    const pause = setTimeout(() => {
      api
        .checkRequestName(
          { platform, crd },
          { namespace, name },
          { signal: abort.signal },
        )
        .then(
          ({ free, suggestion }): NameCheck => ({
            state: free ? 'free' : 'taken',
            suggestion,
          }),
          (): NameCheck => ({ state: 'unknown' }),
        )
        .then(answer => {
          if (!abort.signal.aborted) setFound({ ...answer, key });
        });
    }, pauseMs);
    return () => {
      clearTimeout(pause);
      abort.abort();
    };
  }, [api, askable, platform, crd, namespace, name, key]);
  if (!askable) return { state: 'unknown' };
  return found?.key === key ? found : { state: 'checking' };
}
