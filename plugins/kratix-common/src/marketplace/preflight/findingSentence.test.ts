import { preflightCheckSchema, type PreflightFinding } from '../../api';
import { findingSentence } from './findingSentence';

const finding = (
  check: PreflightFinding['check'],
  level: PreflightFinding['level'],
  params: PreflightFinding['params'] = {},
) => ({ check, level, params });

describe.each(preflightCheckSchema.options)('%s', check => {
  it.each(['fine', 'warning', 'blocker'] as const)(
    'has words when it is %s, whatever is known',
    level => {
      const sentence = findingSentence(finding(check, level));
      expect(sentence).toMatch(/^[A-Z].*[^.]$/);
      expect(sentence).not.toMatch(/undefined|\s\s/);
    },
  );

  it('does not say of something wrong what it says of something fine', () => {
    const fine = findingSentence(finding(check, 'fine', { matching: 2 }));
    expect(
      findingSentence(finding(check, 'warning', { matching: 0 })),
    ).not.toBe(fine);
  });
});

it.each([
  [
    finding('requirement', 'warning', {
      required: 'postgresql',
      version: 'v1.0.0',
      state: 'not-installed',
      offered: 'ours/postgresql',
    }),
    'It requires postgresql v1.0.0: not installed; ours/postgresql offers it',
  ],
  [
    finding('destinations', 'warning', {
      matching: 0,
      total: 5,
      labels: 'env=dev',
    }),
    '0 of 5 Destinations match its selectors (env=dev)',
  ],
  [
    { ...finding('dry-run', 'blocker'), platformSays: 'spec.api is no CRD' },
    'The platform refuses it. Platform says: spec.api is no CRD',
  ],
  [
    {
      ...finding('dry-run', 'warning', { reason: 'no-dry-run' }),
      platformSays: 'x does not support dry run',
    },
    'The platform was not asked: a webhook of it takes no part in a dry run. Platform says: x does not support dry run',
  ],
  [
    finding('dry-run', 'warning', { reason: 'the moon is full' }),
    'The platform was not asked: the moon is full',
  ],
])('says it whole: %j', (given, sentence) => {
  expect(findingSentence(given)).toBe(sentence);
});
