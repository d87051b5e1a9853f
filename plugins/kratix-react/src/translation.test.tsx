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
  expect(result.current.right).toEqual(['Requests', 'Marketplace']);
  // People would read the key, which is why it must not compile.
  expect(result.current.wrong).toEqual([
    'requestsPage.title',
    'marketplace.title',
    'marketplace.title',
  ]);
});
