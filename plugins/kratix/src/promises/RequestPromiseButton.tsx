import type { PromiseView } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';
import { requestFormLink, type Prefill } from '../requests/requestForm';
import { useCreateReason } from '../requests/useCreateReason';

/** Opens the form of a Promise, or says why it cannot. @internal */
export function RequestPromiseButton(props: {
  promise: PromiseView;
  prefill?: Prefill;
  main?: boolean;
}) {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const reasonFor = useCreateReason();
  const { promise, prefill, main } = props;
  const to = requestFormLink(links, promise, prefill);
  return (
    <ActionButton
      main={main}
      variant={main ? 'contained' : 'outlined'}
      color="primary"
      to={to}
      reason={reasonFor(promise)}
      label={t('promisesPage.requestNamed', { name: promise.title })}
    >
      {t('promisesPage.request')}
    </ActionButton>
  );
}
