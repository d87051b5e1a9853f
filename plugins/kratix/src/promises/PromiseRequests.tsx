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
  // Who may see none counts none, which does not mean that there are none.
  const seen = state.list.page.state === 'ready';
  if (seen && promise.counts.requests === 0 && !state.filtered) {
    return (
      <EmptyState
        title={t('promisePage.requests.none')}
        action={promise.api && <RequestPromiseButton promise={promise} main />}
      />
    );
  }
  return <RequestList {...state} ofPromise />;
}
