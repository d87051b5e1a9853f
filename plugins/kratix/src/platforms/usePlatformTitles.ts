import { usePlatforms } from '@kratix-portal/backstage-plugin-kratix-react';
import { useCallback } from 'react';

/** What people call the platforms, and whether there is more than one to tell apart. @internal */
export function usePlatformTitles(): {
  /** The id, as long as nothing better is known. */
  titleOf: (id: string) => string;
  several: boolean;
} {
  const platforms = usePlatforms();
  const known = platforms.state === 'ready' ? platforms.value.items : undefined;
  const titleOf = useCallback(
    (id: string) => known?.find(platform => platform.id === id)?.title || id,
    [known],
  );
  return { titleOf, several: known !== undefined && known.length > 1 };
}
