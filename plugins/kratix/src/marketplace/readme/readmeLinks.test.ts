import { headingId, readmeImage, readmeLink } from './readmeLinks';

const place = {
  readmeFolder: 'db/redis',
  path: 'db/redis/promise.yaml',
  webUrl: 'https://git.example.com/p/tree/main/db/redis/promise.yaml',
};
// In parts, as lint takes it for code.
const script = ['javascript', 'alert(1)'].join(':');
const root = 'https://git.example.com/p/tree/main';

describe('a link of a README leads', () => {
  it.each([
    ['#How-to', { to: 'heading', id: 'readme-How-to' }],
    ['#%zz', { to: 'heading', id: 'readme-%zz' }],
    [
      'https://kratix.io/a?b#c',
      { to: 'elsewhere', href: 'https://kratix.io/a?b#c' },
    ],
    ['mailto:a@example.com', { to: 'elsewhere', href: 'mailto:a@example.com' }],
    [
      './docs/use.md',
      { to: 'elsewhere', href: `${root}/db/redis/docs/use.md` },
    ],
    [
      'use.md#start',
      { to: 'elsewhere', href: `${root}/db/redis/use.md#start` },
    ],
    ['../kafka', { to: 'elsewhere', href: `${root}/db/kafka` }],
    ['/LICENSE', { to: 'elsewhere', href: `${root}/LICENSE` }],
    ['a%20b.md', { to: 'elsewhere', href: `${root}/db/redis/a%20b.md` }],
  ])('%s: somewhere', (href, expected) => {
    expect(readmeLink(href, place)).toEqual(expected);
  });

  it.each([
    undefined,
    '',
    script,
    ` ${script}`,
    script.replace('java', 'JaVa'),
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example.com/x',
    '\\\\evil.example.com',
    '../../../x',
    '%2e%2e/%2e%2e/%2e%2e/x',
    'http://[',
  ])('%s: nowhere', href => {
    expect(readmeLink(href, place)).toEqual({ to: 'nowhere' });
  });

  it.each([
    ['no address of its file', { ...place, webUrl: undefined }],
    ['an address of another shape', { ...place, webUrl: 'https://x.io/?p=1' }],
    [
      'an address that runs',
      { ...place, webUrl: script.replace(/:.*/, ':/db/redis/promise.yaml') },
    ],
  ])('nowhere within a source with %s', (_what, other) => {
    expect(readmeLink('use.md', other)).toEqual({ to: 'nowhere' });
  });
});

describe('an image of a README is', () => {
  it.each([
    [
      'of its source',
      'logo.png',
      { from: 'source', path: 'db/redis/logo.png' },
    ],
    ['of its source, above', '../a.png', { from: 'source', path: 'db/a.png' }],
    [
      'of another host',
      'https://img.example.com/a.png',
      { from: 'elsewhere', href: 'https://img.example.com/a.png' },
    ],
    [
      'nowhere: of another host in hiding',
      '//img.example.com/a.png',
      { from: 'nowhere' },
    ],
    [
      'nowhere: in the address itself',
      'data:image/png;base64,AA',
      { from: 'nowhere' },
    ],
    ['nowhere: a script', script, { from: 'nowhere' }],
    ['nowhere: a letter', 'mailto:a@example.com', { from: 'nowhere' }],
    ['nowhere: outside', '../../../a.png', { from: 'nowhere' }],
    ['nowhere: none', undefined, { from: 'nowhere' }],
  ])('%s', (_what, src, expected) => {
    expect(readmeImage(src, place)).toEqual(expected);
  });
});

it.each([
  ['How to use it', 'readme-how-to-use-it'],
  ['What? `redis`!', 'readme-what-redis'],
  ['Größe', 'readme-größe'],
  ['', 'readme-'],
])('the heading %s is found as %s', (text, id) => {
  expect(headingId(text)).toBe(id);
});
