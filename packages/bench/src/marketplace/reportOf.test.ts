import { readMarketplace } from '@kratix-portal/backstage-plugin-kratix-common';
import { reportOf } from './reportOf';

const report = (files: Record<string, string>) =>
  reportOf(
    readMarketplace(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      { annotationPrefix: 'kratix-portal.io/' },
    ),
  );

const promise = (name: string) =>
  `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata: { name: ${name}, labels: { kratix.io/promise-version: v1 } }
spec: { requiredPromises: [{ name: db, version: v2 }] }
`;

it('has a row for each listing', () => {
  const { text, exitCode } = report({ 'a/promise.yaml': promise('a') });
  expect(text).toBe(`| entry | Promise | version | API  | requires | examples |
|-------|---------|---------|------|----------|----------|
| a     | a       | v1      | none | db v2    | 0        |

1 listings, 0 broken, 0 warning, 0 note`);
  expect(exitCode).toBe(0);
});

it('tells the worst first, and ends by it', () => {
  const namespaced = promise('b').replace('name: b', 'name: b, namespace: x');
  const warned = report({ 'b/promise.yaml': namespaced });
  expect(warned.exitCode).toBe(1);
  const broken = report({
    'b/promise.yaml': namespaced,
    'c/promise.yaml': 'a: [',
  });
  expect(broken.exitCode).toBe(2);
  expect(broken.text.split('\n').slice(4, 6)).toEqual([
    expect.stringMatching(/^broken {2}c\/promise\.yaml:\d+ {2}It is no valid/),
    expect.stringMatching(
      /^warning b\/promise\.yaml:1 {2}It names a namespace/,
    ),
  ]);
});

it('hands no control characters on to the terminal', () => {
  const name = '"b\\e[2J\\a"';
  const { text } = report({ 'b/promise.yaml': promise(name) });
  expect(text).toContain('b\uFFFD[2J\uFFFD');
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});
