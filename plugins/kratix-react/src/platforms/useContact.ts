import { usePlatforms } from './usePlatforms';

/** Whom to ask where something is refused, from the portal's config. @public */
export function useContact(): string | undefined {
  const platforms = usePlatforms();
  return platforms.state === 'ready' ? platforms.value.contact : undefined;
}
