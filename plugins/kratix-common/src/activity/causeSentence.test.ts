import { causeIdSchema } from '../api';
import { causeParameters } from './causeParameters';
import { causeSentence, describedAs, labelInWords } from './causeSentence';

const bare = { responsible: 'nobody' as const, evidence: [] };

it.each(causeIdSchema.options)('%s has words, whatever is known of it', id => {
  const all = Object.fromEntries(
    causeParameters[id].map(name => [name, `<${name}>`]),
  );
  for (const params of [{}, all]) {
    const sentence = causeSentence({ ...bare, id, params });
    expect(sentence).toMatch(/^[A-Z<][^"]*/);
    expect(sentence).not.toMatch(/undefined|""|\s\s/);
  }
});

it('adds the platform’s own words unless they are said already', () => {
  const cause = {
    ...bare,
    id: 'approval' as const,
    params: { step: 'sign-off', message: 'over limit' },
  };
  expect(causeSentence({ ...cause, platformSays: 'over limit' })).toBe(
    'Waiting for approval: step "sign-off" asks "over limit"',
  );
  expect(causeSentence({ ...cause, platformSays: 'Suspended' })).toBe(
    'Waiting for approval: step "sign-off" asks "over limit". Platform says: Suspended',
  );
});

it.each([
  [
    { missing: 'region=eu' },
    '; it asks for region=eu. Closest: worker-1, which lacks region=eu',
  ],
  [{}, '; it asks for region=eu'],
])('names the nearest Destination with what it lacks: %j', (more, tail) => {
  const params = { labels: 'region=eu', dest: 'worker-1', ...more };
  expect(causeSentence({ ...bare, id: 'no-destination', params })).toBe(
    `Nowhere to run: no Destination takes it${tail}`,
  );
});

it('says the headline’s cause, or its label where there is none', () => {
  expect(describedAs({ label: 'waiting-for-approval', causes: [] })).toBe(
    'Waiting for approval',
  );
  expect(
    describedAs({
      label: 'ready',
      causes: [{ ...bare, id: 'done', params: {} }],
    }),
  ).toBe('Ready');
  expect(labelInWords('not-delivered')).toBe('Not delivered');
});
