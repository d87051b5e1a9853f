import {
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  ForbiddenNotice,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { useDenied } from '../shell';

/**
 * In place of what platforms have of a listing: which right is missing, or what
 * stands in it where none is.
 *
 * @internal
 */
export function NoPlatformSeen(props: { children: ReactNode }) {
  const { t } = useKratixTranslation();
  const noPlatforms = useDenied(kratixPlatformReadPermission);
  const noPromises = useDenied(kratixPromiseReadPermission);
  if (noPlatforms) {
    return (
      <ForbiddenNotice
        what={t('platforms.what')}
        permission={kratixPlatformReadPermission.name}
      />
    );
  }
  if (noPromises) {
    return (
      <ForbiddenNotice
        what={t('promisesPage.what')}
        permission={kratixPromiseReadPermission.name}
      />
    );
  }
  return <>{props.children}</>;
}
