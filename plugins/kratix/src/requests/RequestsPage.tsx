import type { RequestPage } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useFormats,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { BrowsePage } from '../browsing';
import { countKnown } from '../platforms/lastKnown';
import { RequestList } from './RequestListView';
import { useRequestsQuery } from './useRequestsQuery';

/** S2: every request one may see, found by set, filter and search. @internal */
export function RequestsPage() {
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const state = useRequestsQuery();
  const count = ({ total, facets, freshness }: RequestPage) => {
    // Counts of platforms that are filtered out are not of this total.
    const chosen = state.query.all('platform');
    const counts = (facets.platform ?? []).filter(
      ({ value }) => chosen.length === 0 || chosen.includes(value),
    );
    const { known, lastKnown } = countKnown(total, counts, freshness);
    return lastKnown > 0
      ? t('tables.lastKnown', {
          known: number(known),
          lastKnown: number(lastKnown),
        })
      : number(total);
  };
  return (
    <BrowsePage
      title={t('requestsPage.title')}
      of={state.list.page}
      count={count}
    >
      <RequestList {...state} />
    </BrowsePage>
  );
}
