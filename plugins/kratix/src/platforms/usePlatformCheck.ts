import { useApi } from '@backstage/frontend-plugin-api';
import type {
  PlatformCheck,
  PlatformView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { useRef } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';

/** A platform that can be checked, as it was found to be. @internal */
export interface CheckedPlatform {
  /** The newest that is known of it. */
  platform: PlatformView;
  check: () => void;
  busy: boolean;
  /** What came of it, as long as that is worth saying. */
  found?: Pick<PlatformCheck, 'outcome'> & {
    label: PlatformView['description']['label'];
  };
  error?: Error;
}

/** Lets a platform be tried again now, and shows at once what came of it. @internal */
export function usePlatformCheck(given: PlatformView): CheckedPlatform {
  const api = useApi(kratixApiRef);
  const newest = useRef(given);
  newest.current = given;
  const { id } = given;
  const [{ loading, value, error }, run] = useAsyncFn(async () => {
    const { outcome, platform } = await api.checkPlatform(id);
    return { outcome, platform, insteadOf: newest.current };
  }, [api, id]);
  const isNewest = value?.insteadOf === given;
  return {
    // What is told of it later is newer than the answer.
    platform: isNewest ? value.platform : given,
    check: () => {
      run();
    },
    busy: loading,
    found: loading ? undefined : value && foundBy(value, given),
    error: loading ? undefined : error,
  };
}

/** One that was still being asked and has answered since says so itself. */
function foundBy(
  { outcome, platform }: PlatformCheck,
  given: PlatformView,
): CheckedPlatform['found'] {
  const { label } = platform.description;
  const hasAnswered = given.description.label !== label;
  return outcome === 'trying' && hasAnswered ? undefined : { outcome, label };
}
