import {
  kratixRequestCreatePermission,
  type PromiseView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useNotAllowedReason } from '../actions';
import { useDenied } from '../shell';

/** Why nothing can be requested from a Promise now; undefined if it can. @internal */
export function useCreateReason(): (
  promise?: PromiseView,
) => string | undefined {
  const { t } = useKratixTranslation();
  const denied = useDenied(kratixRequestCreatePermission);
  const notAllowed = useNotAllowedReason();
  return promise => {
    if (denied) return notAllowed(kratixRequestCreatePermission.name);
    if (!promise) return undefined;
    if (!promise.api) return t('chooser.noApi');
    if (!promise.description.requestable) {
      return t('chooser.notNow', {
        status: t(`promise.status.${promise.description.label}`),
      });
    }
    return undefined;
  };
}
