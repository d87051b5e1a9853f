import type { PlatformKindFacts } from '@kratix-portal/backstage-plugin-kratix-common';
import { scriptedServers } from '../__testUtils__/scriptedServers';
import { systemClock } from '../cache/clock';
import { AccountRightsReview } from './accountRightsReview';

const { callsTo, closing } = scriptedServers();

afterEach(() => closing.splice(0).forEach(close => close()));

const kinds: PlatformKindFacts[] = [
  {
    group: 'example.org',
    plural: 'caches',
    kind: 'Cache',
    core: false,
    promise: 'cache',
    state: 'retrying',
    count: 0,
  },
];
const facts = { identity: 'serviceAccount', kinds } as const;
const reader = {
  verbs: ['get', 'list', 'watch'],
  apiGroups: ['example.org'],
  resources: ['caches'],
};

type Answer = { status?: object } | number;

/** Rights as a platform tells of them: all rules, and single ones by their verb. */
async function reviewOf(answers: {
  rules: Answer[];
  single?: Record<string, Answer>;
}) {
  const asked: string[] = [];
  const bodies: { spec: { namespace?: string } }[] = [];
  const calls = await callsTo((req, res) => {
    let text = '';
    req.on('data', chunk => {
      text += chunk;
    });
    req.on('end', () => {
      const body = JSON.parse(text);
      bodies.push(body);
      const verb = body.spec.resourceAttributes?.verb;
      asked.push(verb ?? body.kind);
      const answer = verb
        ? answers.single?.[verb]
        : answers.rules[Math.min(asked.length, answers.rules.length) - 1];
      if (answer === undefined || typeof answer === 'number') {
        res.writeHead(answer ?? 500).end();
      } else res.writeHead(201).end(JSON.stringify(answer));
    });
  });
  const changed = jest.fn();
  const review = new AccountRightsReview({
    clock: { ...systemClock, now: () => 5_000 },
    signal: new AbortController().signal,
    changed,
  });
  return { review, calls, asked, bodies, changed };
}

const rules = (incomplete: boolean, ...resourceRules: object[]) => ({
  status: { resourceRules, incomplete },
});

it('is one question where the platform knows all of it', async () => {
  const { review, calls, asked, bodies, changed } = await reviewOf({
    rules: [rules(false, reader)],
  });
  expect(review.facts()).toBeUndefined();
  await review.ask(calls, facts);
  expect(asked).toEqual(['SelfSubjectRulesReview']);
  // The API server refuses the question without; one that is there would
  // answer with what is granted in it, too.
  expect(bodies[0].spec.namespace).toMatch(/no-such-namespace/);
  expect(review.facts()).toMatchObject({
    failed: false,
    complete: true,
    rules: [{ ...reader, named: false }],
  });
  expect(review.facts()?.askedAt).toBeGreaterThan(4_000);
  expect(changed).toHaveBeenCalledTimes(1);
});

it('asks no more where some rules are for some names alone', async () => {
  const { review, calls, asked } = await reviewOf({
    rules: [rules(false, { ...reader, resourceNames: ['mine'] })],
  });
  await review.ask(calls, facts);
  expect(asked).toEqual(['SelfSubjectRulesReview']);
});

it('is shared by all who ask meanwhile', async () => {
  const { review, calls, asked } = await reviewOf({ rules: [rules(false)] });
  await Promise.all([review.ask(calls, facts), review.ask(calls, facts)]);
  expect(asked).toHaveLength(1);
});

it('asks one by one for what the rules leave open', async () => {
  const { review, calls, asked } = await reviewOf({
    rules: [rules(true, reader)],
    single: {
      create: { status: { allowed: true } },
      patch: { status: { allowed: false } },
      // A webhook that could not be asked refuses, too.
      delete: { status: { allowed: false, evaluationError: 'no answer' } },
    },
  });
  await review.ask(calls, facts);
  expect(asked.slice(1).sort()).toEqual(['create', 'delete', 'patch']);
  expect(review.facts()).toMatchObject({
    complete: false,
    answers: {
      'create example.org/caches': true,
      'patch example.org/caches': false,
    },
  });
  expect(Object.keys(review.facts()?.answers ?? {})).toHaveLength(2);
});

it.each([403, 404, 500])('says that it could not ask: %i', async code => {
  const { review, calls, changed } = await reviewOf({ rules: [code] });
  await review.ask(calls, facts);
  expect(review.facts()).toMatchObject({ failed: true, rules: [] });
  expect(review.facts()?.askedAt).toBeUndefined();
  expect(changed).toHaveBeenCalledTimes(1);
});

it('says so without a connection, too', async () => {
  const { review } = await reviewOf({ rules: [] });
  await review.ask(undefined, facts);
  expect(review.facts()).toMatchObject({ failed: true, complete: false });
});

it('keeps what was known when it can’t ask again, and says that it is old', async () => {
  const { review, calls } = await reviewOf({
    rules: [rules(false, reader), 503],
  });
  await review.ask(calls, facts);
  const before = review.facts();
  await review.ask(calls, facts);
  expect(review.facts()).toMatchObject({
    failed: true,
    rules: before?.rules,
    complete: true,
  });
  expect(review.facts()?.askedAt).toBeDefined();
});
