import { useApi } from '@backstage/frontend-plugin-api';
import type {
  RequestRef,
  RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixApiRef,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { DangerDialog } from '../actions';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { DeletionConsequences } from './DeletionConsequences';

/** Says what goes with a request, then asks for its name. @internal */
export function DeleteRequestDialog(props: {
  request: RequestRef & Pick<RequestView, 'promiseTitle'>;
  onClose: () => void;
  onDeleted?: () => void;
}) {
  const { t } = useKratixTranslation();
  const api = useApi(kratixApiRef);
  const { request, onClose, onDeleted } = props;
  const { platform, crd, namespace, name } = request;
  const { titleOf } = usePlatformTitles();
  const title = titleOf(platform);
  const place = namespace === '-' ? title : `${namespace}, ${title}`;
  return (
    <DangerDialog
      title={t('requestPage.delete.title', { name })}
      where={t('requestPage.delete.where', {
        place,
        promise: request.promiseTitle,
      })}
      text={name}
      label={t('requestPage.delete.type', { name })}
      wrong={t('requestPage.delete.wrong', { name })}
      confirm={t('requestPage.delete.confirm')}
      act={() => api.deleteRequest({ platform, crd, namespace, name })}
      onDone={onDeleted}
      onClose={onClose}
    >
      <DeletionConsequences request={request} />
    </DangerDialog>
  );
}
