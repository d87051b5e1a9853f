import { compilePattern } from '../../schemas';
import { handmadeSchemas, sharedSchemas } from '../../testing';
import { patternSample, templatePattern } from './index';

it.each([
  ['^[a-z]+$', '^[a-z]+$'],
  ['^.+$', '^[^\\n]+$'],
  ['^\\s[\\s.]$', '^[\\t\\n\\f\\r ][\\t\\n\\f\\r .]$'],
  ['^\\.$', '^\\.$'],
  [
    '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
  ],
  ['^([0-9]+(ms|s|m|h))+$', '^([0-9]+(ms|s|m|h))+$'],
])('gives a browser %s as %s', (pattern, given) => {
  expect(templatePattern(pattern)).toEqual({ pattern: given });
});

it.each([
  ['(?i)abc', /can't read/],
  // As Node 24 can, and the browser of whoever fills the form perhaps not.
  ['^(?i:debug|info)$', /can't read/],
  ['^(?-s:.)$', /can't read/],
  ['\\Aa\\z', /can't read/],
  ['^[[:alpha:]]$', /can't read/],
  ['^(?=a)', /no pattern of RE2/],
  ['^(.)\\1$', /no pattern of RE2/],
  ['^[a\\S]$', /differently/],
  ['^(a+)+$', /for ever/],
  ['^(a|a)*$', /for ever/],
  ['^(a|aa)+$', /for ever/],
  ['^(a*)*$', /for ever/],
  ['^a*a*$', /for ever/],
  ['^(a{1,30}){1,30}$', /for ever/],
])('leaves %s to the platform', (pattern, reason) => {
  expect(templatePattern(pattern)).toEqual({
    reason: expect.stringMatching(reason),
  });
});

it('gives a browser nothing that could keep it busy', () => {
  for (const pattern of patternsAtHand()) {
    const verdict = templatePattern(pattern);
    if (!('pattern' in verdict)) continue;
    const regExp = new RegExp(verdict.pattern, 'u');
    const start = performance.now();
    for (const text of ['a', '1', 'a1', 'a.', '-', 'aA', '1.', ' ']) {
      regExp.test(`${text.repeat(20_000)}\n!`);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  }
});

it('means the same in a browser as on a server', () => {
  const texts = ['', 'a', 'A', '1', 'a.b', 'a\nb', '\u00a0', '\r', '-', '10s'];
  for (const pattern of patternsAtHand()) {
    const verdict = templatePattern(pattern);
    const onServer = compilePattern(pattern);
    if (!('pattern' in verdict) || !onServer) continue;
    const regExp = new RegExp(verdict.pattern, 'u');
    const samples = [...texts, patternSample(pattern) ?? ''];
    expect([pattern, ...samples.map(text => regExp.test(text))]).toEqual([
      pattern,
      ...samples.map(text => onServer.test(text)),
    ]);
  }
});

it('finds a text for every pattern that RE2 reads', () => {
  for (const pattern of patternsAtHand()) {
    const onServer = compilePattern(pattern);
    if (!onServer) continue;
    const sample = patternSample(pattern);
    expect([pattern, sample !== undefined && onServer.test(sample)]).toEqual([
      pattern,
      true,
    ]);
  }
});

it.each([
  ['^[a-z]{2,4}$', 3],
  ['^(ab)+$', 5],
  ['^[a-z]+\\.[a-z]+$', 30],
])('finds a text for %s of at least %d characters', (pattern, min) => {
  const sample = patternSample(pattern, { min }) ?? '';
  expect(sample.length).toBeGreaterThanOrEqual(min);
  expect(sample).toMatch(new RegExp(pattern));
});

it('gives up where a pattern allows no such text', () => {
  expect(patternSample('^[a-z]{2,4}$', { min: 5 })).toBeUndefined();
  expect(patternSample('^(a$')).toBeUndefined();
});

function patternsAtHand(): Set<string> {
  const found = new Set<string>();
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'pattern' && typeof value === 'string') found.add(value);
      walk(value);
    }
  };
  [...handmadeSchemas(), ...sharedSchemas()].forEach(one => walk(one.schema));
  return found;
}
