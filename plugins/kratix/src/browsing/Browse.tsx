import type { Freshness } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  Loaded,
  useKratixTranslation,
  VisuallyHidden,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { SilentPlatforms } from '../platforms/SilentPlatforms';
import { isForbidden } from '../shell';
import {
  FilterBar,
  Pager,
  SearchField,
  type FacetSpec,
  type ListQuery,
} from '../tables';

/** What the backend answers of any list. @internal */
export interface ListedPage {
  total: number;
  page: number;
  size: number;
  freshness: Freshness[];
}

/**
 * A list that is searched, filtered and paged through its address: what narrows
 * it, and what was found in whatever state that is.
 *
 * @internal
 */
export function Browse<P extends ListedPage>(props: {
  of: Loadable<P>;
  query: ListQuery;
  /** What the search looks through. */
  search: string;
  facets: FacetSpec[];
  /** Beside the filters. */
  controls?: ReactNode;
  skeleton: ReactNode;
  forbidden: { what: string; permission: string };
  /** Above what was found: whose part of it is missing or old. */
  notices?: (page: P) => ReactNode;
  /** How many are shown, where the total is not what a person can count. */
  found?: (page: P) => number;
  /** People don't choose how much a page holds; mostly it holds all. */
  fixedSize?: boolean;
  children: (page: P) => ReactNode;
}) {
  const { t } = useKratixTranslation();
  const { of, query, search, facets, controls, skeleton, forbidden } = props;
  const { notices, found, fixedSize = false, children } = props;
  return (
    <>
      {!isForbidden(of) && (
        <FilterBar
          search={
            <SearchField
              label={search}
              value={query.get('q') ?? ''}
              onChange={q => query.set({ q })}
            />
          }
          facets={facets}
          onFacet={(key, chosen) => query.set({ [key]: chosen })}
        >
          {controls}
        </FilterBar>
      )}
      <Loaded of={of} skeleton={skeleton} forbidden={forbidden}>
        {page => (
          <>
            {notices?.(page)}
            <SilentPlatforms freshness={page.freshness} />
            <VisuallyHidden>
              <span role="status">
                {t('tables.found', { count: found?.(page) ?? page.total })}
              </span>
            </VisuallyHidden>
            {children(page)}
            {page.total > (fixedSize ? page.size : 0) && (
              <Pager
                page={page.page}
                size={page.size}
                total={page.total}
                onPage={number => query.set({ page: `${number}` })}
                onSize={
                  fixedSize ? undefined : size => query.set({ size: `${size}` })
                }
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
