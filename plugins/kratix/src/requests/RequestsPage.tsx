import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { BrowsePage } from '../browsing';
import { RequestList } from './RequestListView';
import { useRequestsQuery } from './useRequestsQuery';

/** S2: every request one may see, found by set, filter and search. @internal */
export function RequestsPage() {
  const { t } = useKratixTranslation();
  const state = useRequestsQuery();
  return (
    <BrowsePage title={t('requestsPage.title')} of={state.list.page}>
      <RequestList {...state} />
    </BrowsePage>
  );
}
