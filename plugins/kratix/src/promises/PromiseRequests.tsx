import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { RequestList } from '../requests/RequestListView';
import { useRequestsQuery } from '../requests/useRequestsQuery';
import { RequestPromiseButton } from './RequestPromiseButton';

/** The list of requests, of this Promise on this platform. @internal */
export function PromiseRequests(props: { promise: PromiseDetail }) {
  const { t } = useKratixTranslation();
  const { promise } = props;
  const state = useRequestsQuery({
    promise: promise.name,
    platform: promise.platform,
  });
  const { page } = state.list;
  if (
    page.state === 'ready' &&
    promise.counts?.requests === 0 &&
    !state.filtered
  ) {
    return (
      <EmptyState
        title={t(
          // Who sees none of them can't tell that there are none.
          page.value.partial
            ? 'requestsPage.noneSeen'
            : 'promisePage.requests.none',
        )}
        action={promise.api && <RequestPromiseButton promise={promise} main />}
      />
    );
  }
  return <RequestList {...state} ofPromise />;
}
