import { demoteHeadings } from './demoteHeadings';

it.each([
  ['a title goes below the card it is in', '# Redis', '### Redis'],
  ['the lowest stays the lowest', '###### Deep', '###### Deep'],
  ['a hash that is no heading', '#hashtag', '#hashtag'],
  ['a comment in a shell block', '```sh\n# run\n```', '```sh\n# run\n```'],
  [
    'what follows a block is a heading again',
    '~~~\n# a\n~~~\n## b',
    '~~~\n# a\n~~~\n#### b',
  ],
])('%s', (_situation, given, expected) => {
  expect(demoteHeadings(given)).toBe(expected);
});
