import fc from 'fast-check';
import { readmeImages, resolveReadmePath } from './readmeImages';

it.each([
  ['sql/aws', 'a.png', 'sql/aws/a.png'],
  ['sql/aws', './img/a%20b.png?raw=true#top', 'sql/aws/img/a b.png'],
  ['sql/aws', '../a.png', 'sql/a.png'],
  ['sql/aws', '/docs/a.png', 'docs/a.png'],
  ['', 'a.png', 'a.png'],
  ['a', 'b/../../c.svg', 'c.svg'],
])('in %j, %s is %s', (folder, link, path) => {
  expect(resolveReadmePath(folder, link)).toBe(path);
});

it.each([
  '../../a.png',
  'x/../../../a.png',
  '/../a.png',
  'https://example.com/a.png',
  'data:image/png;base64,AAAA',
  'mailto:a@example.com',
  '//example.com/a.png',
  '\\\\host\\a.png',
  '..\\a.png',
  '%2e%2e/a.png',
  '..%2f..%2fa.png',
  'a%5cb.png',
  'a%00.png',
  '%E0%A4%A',
  'a\nb.png',
  '#top',
  '?x',
  '',
  '/',
])('refuses %j', link => {
  expect(resolveReadmePath('sql', link)).toBeUndefined();
});

it('never leads out of the source', () => {
  const link = fc
    .array(fc.constantFrom('..', '.', '/', 'a', '%2e', '\\', '%2f', ':', ' '))
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(link, fc.string()), text => {
      const path = resolveReadmePath('a/b', text) ?? 'x';
      expect(path.split('/')).not.toContain('..');
      expect(path).toMatch(/^[^/]/);
    }),
  );
});

it('finds what a README shows, once, however it is written', () => {
  const markdown = `
# Title ![Badge](https://example.com/badge.svg)
![One](one.png) and again ![One](./one.png "a title")
![Two][two] ![three]
<img alt="four" src="four.gif" width="10">
[No image](five.png)

[two]: <two.webp>
[Three]: ../three.svg
[six]: six.png
`;
  expect(readmeImages('redis', markdown)).toEqual([
    'redis/one.png',
    'redis/four.gif',
    'redis/two.webp',
    'three.svg',
  ]);
});

it.each([
  ['open brackets', '!['.repeat(500_000)],
  ['open links', '![a]('.repeat(200_000)],
  ['open tags', '<img '.repeat(200_000)],
  ['definitions', '[a]: b\n'.repeat(100_000)],
])('takes no time over %s', (_what, markdown) => {
  const startedAt = performance.now();
  readmeImages('a', markdown);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
