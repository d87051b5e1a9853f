import { systemClock } from '../cache/clock';
import { scriptedServers } from '../__testUtils__/scriptedServers';
import type { Identity } from '../connections/clusterCalls';
import { AccessReviews } from './accessReviews';

const { callsTo, closing } = scriptedServers();

afterEach(() => closing.splice(0).forEach(close => close()));

const as: Identity = {
  kind: 'impersonation',
  user: 'user:default/ann',
  groups: [],
};
const question = { verb: 'get', group: 'example.org', resource: 'caches' };

/** Reviews of a cluster that answers so, one after the other, the last for ever. */
async function reviewsOf(...answers: (boolean | number)[]) {
  const clock = { ...systemClock, time: 0, monotonic: () => clock.time };
  let asked = 0;
  const calls = await callsTo((req, res) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    req.resume();
    if (typeof answer === 'number') res.writeHead(answer).end();
    else res.end(JSON.stringify({ status: { allowed: answer } }));
  });
  return {
    clock,
    reviews: new AccessReviews(() => calls, clock),
    asked: () => asked,
  };
}

it('an answer counts for half a minute, and not for longer', async () => {
  const { clock, reviews, asked } = await reviewsOf(true, false);
  expect(await reviews.allows(as, question)).toBe(true);
  clock.time = 29_999;
  expect(await reviews.allows(as, question)).toBe(true);
  expect(asked()).toBe(1);
  // A right that was taken away.
  clock.time = 30_000;
  expect(await reviews.allows(as, question)).toBe(false);
  expect(asked()).toBe(2);
});

it('a failure is no answer, and the next question is asked', async () => {
  const { reviews } = await reviewsOf(503, true);
  await expect(reviews.allows(as, question)).rejects.toMatchObject({
    code: 503,
  });
  expect(await reviews.allows(as, question)).toBe(true);
});

it('where not all is allowed, the one thing is asked about', async () => {
  const { reviews, asked } = await reviewsOf(false, true);
  expect(await reviews.allows(as, { ...question, name: 'orders' })).toBe(true);
  expect(asked()).toBe(2);
});

it('what one may do says nothing of another', async () => {
  const { reviews } = await reviewsOf(true, false);
  expect(await reviews.allows(as, question)).toBe(true);
  const bob: Identity = { ...as, user: 'user:default/bob' };
  expect(await reviews.allows(bob, question)).toBe(false);
});
