import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';

/** A change that the platform has not looked at yet. @internal */
export function ProcessingNotice(props: {
  request: Pick<
    RequestDetail,
    'generation' | 'observedGeneration' | 'description'
  >;
}) {
  const { t } = useKratixTranslation();
  const { generation, observedGeneration, description } = props.request;
  // Without an observed generation the description decides what that means.
  const behind =
    description.flags.includes('change-not-processed') ||
    (observedGeneration !== undefined &&
      generation !== undefined &&
      observedGeneration !== generation);
  // A deletion counts as a change; that it goes on is said above.
  const leaving =
    description.label === 'deleting' ||
    description.label === 'deletion-blocked';
  if (!behind || leaving) return null;
  return <p role="status">{t('requestPage.headline.unprocessed')}</p>;
}
