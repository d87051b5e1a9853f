import { isRecord } from '../../kube';
import { alternativesOf, patternSample } from '../patterns';

/** Of formats that an API server checks, and of some that it ignores. */
const byFormat: Record<string, string> = {
  bsonobjectid: '507f1f77bcf86cd799439011',
  byte: 'ZXhhbXBsZQ==',
  cidr: '10.0.0.0/24',
  creditcard: '4111111111111111',
  date: '2030-01-31',
  'date-time': '2030-01-31T08:00:00Z',
  datetime: '2030-01-31T08:00:00Z',
  duration: '30s',
  email: 'team@example.com',
  hexcolor: '#336699',
  hostname: 'example.com',
  ipv4: '10.0.0.1',
  ipv6: '2001:db8::1',
  isbn: '9783161484100',
  isbn10: '3161484100',
  isbn13: '9783161484100',
  mac: '00:00:5e:00:53:01',
  quantity: '1Gi',
  rgbcolor: 'rgb(1,2,3)',
  ssn: '111-22-3333',
  uri: 'https://example.com',
  url: 'https://example.com',
  uuid: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
  uuid3: '6fa459ea-ee8a-3ca4-894e-db77e160355e',
  uuid4: '16fd2706-8baf-433b-82eb-8c7fada847da',
  uuid5: '886313e1-3b8a-5372-9b90-0c9aee199e5d',
};

/**
 * A text that the schema of a text allows, as far as one was found; otherwise
 * its pattern in pointed brackets, for the reader to fill in.
 *
 * @internal
 */
export function sampleText(schema: unknown, turn: number): string {
  const node = isRecord(schema) ? schema : {};
  const { format, minLength, maxLength, pattern } = node;
  const min = typeof minLength === 'number' ? minLength : undefined;
  if (typeof pattern === 'string' && pattern !== '') {
    const choices = alternativesOf(pattern);
    if (choices.length > 0) return choices[turn % choices.length];
    const least = Math.max(min ?? 0, turn + 1);
    return (
      patternSample(pattern, { min: least }) ??
      patternSample(pattern, { min }) ??
      `<${pattern}>`
    );
  }
  if (typeof format === 'string' && Object.hasOwn(byFormat, format)) {
    return byFormat[format];
  }
  // A server refuses what its rule can't convert.
  if (isReadAsDuration(node)) return byFormat.duration;
  const text = turn > 0 ? `text-${turn + 1}` : 'text';
  const long = text.padEnd(Math.min(min ?? 0, 1000), 'x');
  return typeof maxLength === 'number' ? long.slice(0, maxLength) : long;
}

function isReadAsDuration({
  'x-kubernetes-validations': rules,
}: Record<string, unknown>): boolean {
  return (
    Array.isArray(rules) &&
    rules.some(
      one => isRecord(one) && /\bduration\(self\)/.test(String(one.rule)),
    )
  );
}
