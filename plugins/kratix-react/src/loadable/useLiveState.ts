import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { kratixApiRef, type LiveState } from '../api';

/** How changes reach this tab right now. @public */
export function useLiveState(): LiveState {
  const { live } = useApi(kratixApiRef);
  const [state, setState] = useState(live.getState());
  useEffect(() => {
    setState(live.getState());
    return live.onStateChange(() => setState(live.getState()));
  }, [live]);
  return state;
}
