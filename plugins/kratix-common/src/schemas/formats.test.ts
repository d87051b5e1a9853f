import { durationNanos, formatCheck } from './formats';

describe('formats, as an API server knows them', () => {
  it.each<[string, string[], string[]]>([
    ['date', ['2024-02-29'], ['2023-02-29', '2024-2-1', '']],
    [
      'date-time',
      ['2024-01-01T00:00:00Z', '2024-01-01t23:59:59.5+02:00'],
      ['2024-01-01', '2024-01-01T24:00:00Z', '2024-01-01T00:00:00'],
    ],
    [
      'duration',
      ['1h30m', '1.5h', '-1s', '0', '22 ns', '3 days', '1w', 'PT1H'],
      ['1', 'h', '3 fortnights'],
    ],
    ['byte', ['YQ==', 'YWI=', 'YWJj'], ['YQ', '*']],
    ['ipv4', ['10.0.0.1', '010.0.0.1'], ['256.0.0.1', '1.2.3', '::1']],
    [
      'ipv6',
      ['::1', 'fe80::1', '::ffff:1.2.3.4'],
      ['1.2.3.4', ':::', 'fe80::1%eth0'],
    ],
    [
      'cidr',
      ['10.0.0.0/8', 'fd00::/8', '10.0.0.1/8'],
      ['10.0.0.0', '10.0.0.0/33'],
    ],
    ['mac', ['00:00:5e:00:53:01', '0000.5e00.5301'], ['00:00:5e:00:53', '00']],
    ['hostname', ['a', 'a.example.org', 'größe.de'], ['-a', 'a..b', 'a b']],
    ['uri', ['https://a/b', '/absolute', 'mailto:a@b'], ['relative', '']],
    ['email', ['a@b', 'A B <a@b.c>'], ['a', '@']],
    ['uuid', ['123e4567-e89b-12d3-a456-426614174000'], ['123e4567']],
    [
      'uuid4',
      ['123e4567-e89b-42d3-a456-426614174000'],
      ['123e4567-e89b-12d3-a456-426614174000'],
    ],
    [
      'uuid3',
      ['123e4567-e89b-32d3-a456-426614174000'],
      ['123e4567-e89b-42d3-a456-426614174000'],
    ],
    ['isbn', ['0321751043', '978-0321751041'], ['0321751044', 'x']],
    ['creditcard', ['4111 1111 1111 1111'], ['4111 1111 1111 1112', '1']],
    ['ssn', ['078-05-1120'], ['078-05']],
    ['hexcolor', ['#fff', 'FFFFFF'], ['#ff', 'red']],
    ['rgbcolor', ['rgb(0, 255, 17)'], ['rgb(256,0,0)', 'rgb(1,2)']],
    ['bsonobjectid', ['507f1f77bcf86cd799439011'], ['507f']],
    ['k8s-short-name', ['a-b'], ['A', 'a.b', '-']],
    ['k8s-long-name', ['a.b-c'], ['a..b', '']],
  ])('%s', (format, fit, unfit) => {
    const is = formatCheck(format);
    expect(fit.filter(text => !is?.(text))).toEqual([]);
    expect(unfit.filter(text => is?.(text))).toEqual([]);
  });

  it.each(['quantity', 'ip', 'int64', 'regex', 'x/unknown format', ''])(
    '%j is not checked',
    format => {
      expect(formatCheck(format)).toBeUndefined();
    },
  );

  it.each([
    ['1h30m', 5_400_000_000_000n],
    ['-1.5s', -1_500_000_000n],
    ['2 days', 172_800_000_000_000n],
    ['0', 0n],
  ])('%s lasts %s ns', (text, nanos) => {
    expect(durationNanos(text)).toBe(nanos);
  });
});
