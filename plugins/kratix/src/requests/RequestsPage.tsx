import {
  useKratixTranslation,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { PageHeading, usePageTitle, useReportStatus } from '../shell';
import { RequestList } from './RequestListView';
import { useRequestsQuery } from './useRequestsQuery';

/** S2: every request one may see, found by set, filter and search. @internal */
export function RequestsPage() {
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  usePageTitle(t('requestsPage.title'));
  const state = useRequestsQuery();
  const { page } = state.list;
  useReportStatus(page);
  return (
    <>
      <PageHeading
        title={t('requestsPage.title')}
        count={page.state === 'ready' ? number(page.value.total) : undefined}
      />
      <RequestList {...state} />
    </>
  );
}
