import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Whether somebody owns things through a Group; so, until it is known. @internal */
export function useHasTeam(): boolean {
  const identity = useApi(identityApiRef);
  const [hasTeam, setHasTeam] = useState(true);
  useEffect(() => {
    let current = true;
    identity.getBackstageIdentity().then(
      ({ ownershipEntityRefs }) => {
        if (!current) return;
        setHasTeam(ownershipEntityRefs.some(ref => ref.startsWith('group:')));
      },
      // Who cannot be asked is not told to be alone.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [identity]);
  return hasTeam;
}
