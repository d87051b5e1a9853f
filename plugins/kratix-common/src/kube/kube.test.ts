import { aRequest, aWork } from '../testing';
import { conditionOf } from './conditions';
import { hasLabel, hasSwitch, labelOf, matchesLabels } from './labels';
import { meaningOf, sameMeaning } from './meaning';
import { objectTitle } from './objects';
import { textAt, valueAt } from './reading';
import { isSecretKey, quotable, redacted, redactObject } from './redaction';
import { earliestTime, epochMs, isoTime, latestTime } from './times';
import type { KubeObject } from './types';

const touched = (object: KubeObject, metadata: Record<string, unknown>) => ({
  ...object,
  metadata: { ...object.metadata, ...metadata },
});

describe('meaning', () => {
  const lastUpdated = { 'kratix.io/last-updated-at': '2026-03-01T12:00:00Z' };
  it.each<[string, boolean, KubeObject]>([
    ['the very same', true, aWork()],
    [
      'another resourceVersion',
      true,
      touched(aWork(), { resourceVersion: '2' }),
    ],
    ['managedFields', true, touched(aWork(), { managedFields: [{}] })],
    [
      'the annotation that Kratix touches for ever',
      true,
      touched(aWork(), { annotations: lastUpdated }),
    ],
    [
      'another annotation beside it',
      false,
      touched(aWork(), { annotations: { ...lastUpdated, team: 'a' } }),
    ],
    ['a label', false, touched(aWork(), { labels: { team: 'a' } })],
    ['a finalizer', false, touched(aWork(), { finalizers: ['x'] })],
    ['the status', false, { ...aWork(), status: { workPlacements: 2 } }],
    ['a field without value', true, { ...aWork(), extra: undefined }],
    ['a field more', false, { ...aWork(), extra: null }],
  ])('%s: equal is %s', (_difference, equal, other) => {
    expect(sameMeaning(aWork(), other)).toBe(equal);
    expect(sameMeaning(other, aWork())).toBe(equal);
  });

  it('is what is left without the noise, and leaves the object alone', () => {
    const noisy = touched(aWork(), {
      resourceVersion: '9',
      managedFields: [],
      annotations: { ...lastUpdated, team: 'a' },
    });
    const before = structuredClone(noisy);
    expect(meaningOf(noisy).metadata).toEqual({
      ...aWork().metadata,
      resourceVersion: undefined,
      annotations: { team: 'a' },
    });
    expect(noisy).toEqual(before);
    expect(sameMeaning(meaningOf(noisy), noisy)).toBe(true);
  });
});

describe('secrets', () => {
  it.each([
    'password',
    'adminPassword',
    'db_password',
    'API_KEY',
    'apiKey',
    'accessToken',
    'client-secret',
    'connectionString',
    'privateKey',
  ])('%s is secret', key => {
    expect(isSecretKey(key)).toBe(true);
  });

  it.each([
    'secretName',
    'secretRef',
    'keyboard',
    'tokenizer',
    'passwordless',
    'monkey',
    'size',
    'host',
    'authMethodName',
  ])('%s is not', key => {
    expect(isSecretKey(key)).toBe(false);
  });

  it('masks the data of a Secret, and what was applied of it', () => {
    const secret: KubeObject = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'creds',
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '{"data":"x"}',
          team: 'a',
        },
      },
      data: { user: 'YWRtaW4=' },
      stringData: { user: 'admin' },
    };
    const shown = redactObject(secret);
    expect(shown.data).toEqual({ user: redacted });
    expect(shown.stringData).toEqual({ user: redacted });
    expect(shown.metadata.annotations).toEqual({ team: 'a' });
    expect(secret.data).toEqual({ user: 'YWRtaW4=' });
  });

  it('masks secret-looking values anywhere and keeps references', () => {
    expect(
      redactObject(
        aRequest({
          spec: {
            admin: { password: 'hunter2', user: 'root' },
            secretName: 'creds',
            list: [{ token: 'abc' }],
          },
        }),
      ).spec,
    ).toEqual({
      admin: { password: redacted, user: 'root' },
      secretName: 'creds',
      list: [{ token: redacted }],
    });
  });

  it('masks what lies below a secret-looking key, and what is named so', () => {
    const shown = redactObject(
      aRequest({
        spec: {
          passwords: { admin: 'hush', userRef: { name: 'kept' } },
          tokens: ['hush'],
          keys: ['hush'],
          auth: { method: 'kept' },
          credentials: { secretRef: { name: 'kept', key: 'kept' } },
          imagePullSecrets: [{ name: 'kept' }],
          env: [
            { name: 'DB_PASSWORD', value: 'hush' },
            { key: 'apiKey', value: 4711 },
            { name: 'SIZE', value: 'kept' },
          ],
        },
      }),
    );
    const text = JSON.stringify(shown.spec);
    expect(text).not.toMatch(/hush|4711/);
    expect(text.match(/kept/g)).toHaveLength(6);
  });

  it('keeps a field whatever it is called, and changes no prototype', () => {
    const spec: unknown = JSON.parse('{"__proto__":{"password":"hush"}}');
    const shown = redactObject(aRequest({ spec: Object(spec) }));
    expect(JSON.stringify(shown.spec)).toBe(
      `{"__proto__":{"password":"${redacted}"}}`,
    );
    expect(Reflect.get({}, 'password')).toBeUndefined();
  });

  it.each([
    ['https://user:pw@example.org/x', 'pw@'],
    ['GET https://example.org/?client_secret=hush', 'hush'],
    ['Authorization: Bearer abcdefghij', 'abcdefghij'],
    ['Get "https://b/k?X-Amz-Signature=deadbeef&x=1"', 'deadbeef'],
  ])('are not quoted: %s', (words, secret) => {
    expect(quotable(words)).not.toContain(secret);
  });

  it('are no reason to change other words, but endless ones are cut', () => {
    const words = 'No matching destination found for workloadGroups: [5058f]';
    expect(quotable(words)).toBe(words);
    expect(quotable('x'.repeat(5000))).toHaveLength(2001);
    expect(quotable('')).toBeUndefined();
  });
});

describe('reading', () => {
  it('finds what is its own, never what a prototype has', () => {
    expect(valueAt({ a: { b: 1 } }, 'a', 'b')).toBe(1);
    expect(valueAt({ a: {} }, 'a', 'constructor')).toBeUndefined();
    expect(valueAt('text', 'length')).toBeUndefined();
    expect(textAt({ a: '' }, 'a')).toBeUndefined();
    expect(labelOf(aRequest({ labels: {} }), 'constructor')).toBeUndefined();
  });

  it('reads conditions as a list and as a map', () => {
    const ready = { status: 'True', reason: 'Fine' };
    const list = {
      status: { conditions: [null, { type: 'Ready', ...ready }] },
    };
    const map = { status: { conditions: { Ready: ready } } };
    for (const status of [list, map]) {
      const object = { metadata: { name: 'x' }, ...status };
      expect(conditionOf(object, 'Ready')).toMatchObject(ready);
      expect(conditionOf(object, 'Other')).toBeUndefined();
    }
  });

  it('takes a condition without a known status for none', () => {
    const object = {
      metadata: { name: 'x' },
      status: { conditions: [{ type: 'Ready', status: true }] },
    };
    expect(conditionOf(object, 'Ready')).toBeUndefined();
  });

  it('tells a switch that is on from a label that is there', () => {
    const object = aRequest({ labels: { paused: 'false' } });
    expect(hasSwitch(object, 'paused')).toBe(false);
    expect(hasLabel(object, 'paused')).toBe(true);
    expect(matchesLabels({ a: '1', b: '2' }, { a: '1' })).toBe(true);
    expect(matchesLabels({ a: '1' }, { a: '2' })).toBe(false);
  });

  it('names objects as one would ask for them', () => {
    expect(objectTitle(aRequest())).toBe('Redis team-a/cache');
    expect(objectTitle(undefined, 'Promise')).toBe('Promise ');
  });
});

describe('times', () => {
  it.each(['', 'yesterday', '1', 5, null, '2026-13-45T00:00:00Z'])(
    '%s is none',
    time => {
      expect(epochMs(time)).toBeUndefined();
    },
  );

  it('are compared by what they mean', () => {
    const utc = '2026-03-01T12:00:00Z';
    const later = '2026-03-01T14:30:00+02:00';
    expect(latestTime(utc, later, 'never')).toBe(later);
    expect(earliestTime(later, undefined, utc)).toBe(utc);
    expect(latestTime()).toBeUndefined();
  });

  it('are written for years that others can read', () => {
    expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(isoTime(8.64e15)).toBeUndefined();
    expect(isoTime(NaN)).toBeUndefined();
  });
});
