import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { reasonOf, sourceProblem } from './SourceProblem';

const url = 'https://user:hush-hush@git.example.com/api?token=hush-hush';
const failed = (message: string) =>
  new Error(`Request failed for ${url}, ${message}`);

it.each<[string, unknown, string]>([
  [
    'a host that config does not name',
    new NotAllowedError(url),
    'Backstage may',
  ],
  ['what is not there', new NotFoundError(url), 'It is not there'],
  [
    'no such file',
    Object.assign(new Error(url), { code: 'ENOENT' }),
    'It is not',
  ],
  [
    'a token that ended',
    failed('401 Unauthorized'),
    "The portal's credentials",
  ],
  [
    'too many calls',
    failed('403 Forbidden (rate limit exceeded)'),
    'Its host answers no more calls',
  ],
  [
    'trouble at the host',
    failed('502 Bad Gateway'),
    'Its host answered with 502.',
  ],
  [
    'no such host',
    new TypeError('fetch failed', {
      cause: new Error('getaddrinfo ENOTFOUND x'),
    }),
    "Its host can't be reached.",
  ],
  [
    'a connection that ended',
    new TypeError('terminated', {
      cause: Object.assign(new Error('other side closed'), {
        code: 'UND_ERR_SOCKET',
      }),
    }),
    'The connection ended',
  ],
  [
    'no archive',
    new Error('incorrect header check'),
    'What its host sent is no',
  ],
  ['no answer in time', new DOMException(url, 'TimeoutError'), 'Its host took'],
  ['anything else', new Error(`odd ${url}`), 'It could not be read'],
  ['no error at all', 'odd', 'It could not be read'],
])('has a sentence for %s, without addresses', (_what, error, sentence) => {
  const { message } = sourceProblem(error);
  expect(message).toMatch(new RegExp(`^${sentence}`));
  expect(message).not.toMatch(/hush|example\.com/);
});

it('tells the log what happened, without credentials', () => {
  const reason = reasonOf(sourceProblem(failed('502 Bad Gateway')));
  expect(reason).toContain('git.example.com');
  expect(reason).toContain('502');
  expect(reason).not.toContain('hush');
});
