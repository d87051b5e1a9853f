import { RequestDocument } from '@kratix-portal/backstage-plugin-kratix-common';
import { bringTo, textWithoutSecrets } from './draftText';

it('a draft holds nothing that looks secret, and all else as it was typed', () => {
  const text = `spec:
  size: small # enough
  adminPassword: hush
  secretName: creds
  users:
    - name: a
      token: abc
  api_key: "123"
`;
  const kept = textWithoutSecrets(text);
  expect(kept).not.toMatch(/hush|abc|123/);
  expect(kept).toMatch('size: small # enough');
  expect(kept).toMatch('secretName: creds');
  expect(kept).toMatch('name: a');
});

it('a draft holds no field that is asked for as a password', () => {
  const plan = {
    kind: 'object' as const,
    rest: false,
    fields: [
      {
        name: 'phrase',
        key: 'phrase',
        required: false,
        plan: { kind: 'text' as const, format: 'password' },
      },
    ],
  };
  expect(textWithoutSecrets('phrase: hush\nsize: 1\n', plan)).toBe('size: 1\n');
});

it('what can’t be read is not kept', () => {
  expect(textWithoutSecrets('password: {hush')).toBe('');
});

it('a document is brought to a value and keeps its comments', () => {
  const document = RequestDocument.ofText('a: 1 # one\nb: 2\nl: [1]\n');
  bringTo(document, { a: 1, l: [1, 2], c: { d: null } });
  expect(document.value).toEqual({ a: 1, l: [1, 2], c: { d: null } });
  expect(document.text).toMatch('a: 1 # one');
});
