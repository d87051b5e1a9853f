import { useApi } from '@backstage/frontend-plugin-api';
import type { PromiseRef } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixApiRef,
  useKratixMarketplaceTranslation,
  Problem,
  SkeletonRows,
  useLive,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { DangerDialog } from '../../actions';
import { ImpactView } from './ImpactView';

/**
 * Says what goes with a Promise, then asks for the text that the backend names.
 * Nothing is removed while nobody knows what goes with it.
 *
 * @internal
 */
export function UninstallDialog(props: {
  promise: PromiseRef;
  onClose: () => void;
  onRemoved?: () => void;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const api = useApi(kratixApiRef);
  const { platform, name } = props.promise;
  const ref = { platform, name };
  const impact = useLive({
    key: `impact ${platform}/${name}`,
    read: (kratix, signal) => kratix.getUninstallImpact(ref, { signal }),
    onEvent: event =>
      event.type === 'promise' &&
      event.ref.platform === platform &&
      event.ref.name === name
        ? 'refresh'
        : 'none',
  });
  const value = impact.state === 'ready' ? impact.value : undefined;
  const text = value?.confirm;
  const remove = async (confirm: string) => {
    try {
      await api.uninstallPromise(ref, { confirm });
    } catch (error) {
      // Refused where more goes with it by now: then say what that is.
      if (impact.state === 'ready') impact.retry();
      throw error;
    }
  };
  return (
    <DangerDialog
      title={t('uninstall.title', { name: value?.title ?? name })}
      where={t('uninstall.where', {
        name,
        platform: value?.freshness.title ?? platform,
      })}
      text={text}
      label={t('uninstall.type', { text: text ?? name })}
      wrong={
        text === undefined
          ? t('uninstall.notKnown')
          : t('uninstall.wrong', { text })
      }
      confirm={t('uninstall.confirm')}
      act={remove}
      onDone={props.onRemoved}
      onClose={props.onClose}
    >
      {impact.state === 'loading' && <SkeletonRows count={4} />}
      {impact.state === 'error' && (
        <>
          <p>{t('uninstall.couldNotRead')}</p>
          <Problem error={impact.error} onRetry={impact.retry} />
        </>
      )}
      {value && <ImpactView impact={value} />}
    </DangerDialog>
  );
}
