import { errorApiRef, translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import {
  preflightCheckSchema,
  type PreflightFinding,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { aFinding } from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { findingWords, type FindingWords } from './findingWords';

function wordsOf(
  findings: PreflightFinding[],
  options?: { planned?: boolean },
): FindingWords[] {
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
  const { result } = renderHook(
    () => ({
      t: useKratixMarketplaceTranslation().t,
      shared: useKratixTranslation().t,
    }),
    { wrapper },
  );
  return findings.map(one => findingWords(one, result.current, options));
}

const levels = ['blocker', 'warning', 'fine'] as const;

const findingsOf = (level: PreflightFinding['level']) =>
  preflightCheckSchema.options.flatMap(check => [
    aFinding({ check, level }),
    aFinding({ check, level, params: { count: 1 } }),
    aFinding({ check, level, params: { count: 2 } }),
  ]);

it.each(levels)('has a sentence for every check that is %s', level => {
  for (const { text } of wordsOf(findingsOf(level))) {
    // A key that has no words is shown as the key, a hole as its braces.
    expect(text).not.toMatch(/install\.|\{\{|undefined/);
    expect(text).toMatch(/^[A-Z0-9–].{5}/);
  }
});

it.each(['blocker', 'warning'] as const)('says what to do at a %s', level => {
  for (const { next } of wordsOf(findingsOf(level))) {
    expect(next).toMatch(/^[A-Zk].{10}.*\.$/);
  }
});

it('has nothing to do where all is well', () => {
  expect(wordsOf(findingsOf('fine')).filter(({ next }) => next)).toEqual([]);
});

it('says of nothing wrong what it says of nothing fine', () => {
  for (const check of preflightCheckSchema.options) {
    const params = { count: 2, state: 'not-installed' };
    const [fine, blocker] = wordsOf([
      aFinding({ check, params: { ...params, count: 0, state: 'installed' } }),
      aFinding({ check, level: 'blocker', params }),
    ]);
    expect(fine.text).not.toBe(blocker.text);
  }
});

const requirement = aFinding({
  check: 'requirement',
  level: 'warning',
  params: {
    required: 'postgresql',
    version: 'v1.0.0',
    state: 'not-installed',
    offered: 'ours/postgresql',
  },
});

it('names a requirement with its version and state', () => {
  const [words] = wordsOf([requirement]);
  expect(words.text).toBe('Requires postgresql v1.0.0: Not installed');
  expect(words.next).toMatch(/^Add it to the plan/);
});

it('says that no source has it, and that the plan has it', () => {
  const nowhere = { ...requirement.params, offered: '' };
  const [words] = wordsOf([{ ...requirement, params: nowhere }]);
  expect(words.next).toMatch(/^No source offers it/);
  const [planned] = wordsOf([requirement], { planned: true });
  expect(planned.text).toBe('Requires postgresql v1.0.0: in the plan');
});

it.each([
  ['name-taken', 'The platform could not rehearse it: the name is taken'],
  ['the moon is full', 'The platform could not rehearse it: the moon is full'],
])('says why a platform was not asked: %s', (reason, text) => {
  const finding = aFinding({
    check: 'dry-run',
    level: 'warning',
    params: { reason },
  });
  expect(wordsOf([finding])[0].text).toBe(text);
});
