import {
  errorApiRef,
  translationApiRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import {
  useKratixMarketplaceTranslation,
  type KratixMarketplaceT,
} from './marketplace/translation';
import {
  kratixTranslationRef,
  useKratixTranslation,
  type KratixT,
} from './translation';

const titleOfRequests = (t: KratixT) => t('requestsPage.title');
const titleOfMarketplace = (t: KratixMarketplaceT) => t('marketplace.title');

/** Hands functions on; a wrong hand-over that compiles is an error. */
function useTitles() {
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const { t: unnamed } = useTranslationRef(kratixTranslationRef);
  return {
    right: [titleOfRequests(t), titleOfMarketplace(tm)],
    wrong: [
      // @ts-expect-error the marketplace's function has no such text
      titleOfRequests(tm),
      // @ts-expect-error nor the other way round
      titleOfMarketplace(t),
      // @ts-expect-error nor one that does not say whose texts it has
      titleOfMarketplace(unnamed),
    ],
  };
}

/** What a text needs is asked for, and of a string what is a string. */
function useNeeds() {
  const { t } = useKratixTranslation();
  const range = { first: '1', last: '2', total: '3' };
  const text: string = t('tables.range', range);
  const element = t('tables.range', { ...range, total: <b>3</b> });
  // @ts-expect-error an element is no text
  const none: string = element;
  return [
    text,
    element,
    none,
    t('tables.found', { count: 2 }),
    // @ts-expect-error the number decides between one and many
    t('tables.found'),
    // @ts-expect-error its other numbers are missing
    t('tables.range', { first: '1' }),
    // @ts-expect-error nothing is called so
    t('tables.nothing'),
  ];
}

it('a text is asked of the ref that has it, or does not compile', () => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
      ]}
    >
      {children}
    </TestApiProvider>
  );
  const { result } = renderHook(useTitles, { wrapper });
  const { result: needs } = renderHook(useNeeds, { wrapper });
  expect(needs.current[0]).toBe('1–2 of 3');
  expect(needs.current[3]).toBe('2 rows');
  expect(result.current.right).toEqual(['Requests', 'Marketplace']);
  // People would read the key, which is why it must not compile.
  expect(result.current.wrong).toEqual([
    'requestsPage.title',
    'marketplace.title',
    'marketplace.title',
  ]);
});
