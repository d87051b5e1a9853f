import { aRefusal } from '../testing';
import { problemFacts } from './problemKind';

it.each([
  ['a sign-in that ended', 401, 'unauthorized'],
  ['a missing right', 403, 'forbidden'],
  ['what is not there', 404, 'notFound'],
  ['a change in between', 409, 'conflict'],
  ['refused input', 422, 'refused'],
  ['too many calls', 429, 'tooMany'],
  ['a fault of ours', 500, 'server'],
  ['a platform out of reach', 503, 'unavailable'],
  ['a slow answer', 504, 'timeout'],
])('%s', (_what, status, kind) => {
  const facts = problemFacts(aRefusal(status, 'The reason'));
  expect(facts).toMatchObject({ kind, status, message: 'The reason' });
});

it.each([
  ['no network', new TypeError('Failed to fetch'), 'offline'],
  ['an aborted call', new DOMException('late', 'TimeoutError'), 'timeout'],
  ['a bug', new Error('x is undefined'), 'unexpected'],
])('%s', (_what, error, kind) => {
  expect(problemFacts(error).kind).toBe(kind);
});
