import { draftKey, readDraft } from './drafts';

const draft = { text: 'kind: Redis', savedAt: '2026-03-01T12:00:00Z' };
const day = 24 * 60 * 60 * 1000;
const saved = Date.parse(draft.savedAt);

it.each([
  ['just now', draft, saved, true],
  ['after seven days', draft, saved + 7 * day, true],
  ['a moment later', draft, saved + 7 * day + 1, false],
  ['from the future', draft, saved - 1, false],
  ['without a time', { text: 'a' }, saved, false],
  ['with a time that is none', { text: 'a', savedAt: 'noon' }, saved, false],
  ['of another make', 'text', saved, false],
  ['nothing', undefined, saved, false],
])('a draft %s: read %#', (_what, stored, now, read) => {
  expect(readDraft(stored, now) !== undefined).toBe(read);
});

it('every form has a draft of its own', () => {
  const of = { platform: 'eu', promise: 'redis' };
  const source = { namespace: 'a', name: 'b' };
  const keys = [
    draftKey({ ...of, mode: 'new' }),
    draftKey({ ...of, mode: 'edit', source }),
    draftKey({ ...of, mode: 'clone', source }),
    draftKey({ ...of, platform: 'us', mode: 'new' }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
