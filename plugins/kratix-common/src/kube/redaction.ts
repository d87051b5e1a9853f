import type { KubeObject } from './types';
import { isRecord, type UnknownRecord } from './reading';

/** What stands in place of a value that must not be shown. @public */
export const redacted = '••••••';

// Whole words of a key, so that `tokenizer` or `keyboard` stay readable.
const secretWords =
  /(^|[^a-z])(passwords?|passwd|pwd|passphrase|tokens?|secrets?|credentials?|api ?keys?|access ?keys?|private ?keys?|keys?|auth|authorization|dsn|connection ?string)([^a-z]|$)/;

/**
 * Does a key look as if its value were secret? `secretName` and `secretRef`
 * name a Secret and are no secret themselves.
 *
 * @public
 */
export function isSecretKey(key: string): boolean {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .toLowerCase()
    .trim();
  if (/ (name|ref|namespace|refs|names|kind|path|type|id)$/.test(words)) {
    return false;
  }
  return secretWords.test(words);
}

/**
 * The object with the data of a Secret and the values of secret-looking keys
 * masked. The input is not changed; references to Secrets stay.
 *
 * @public
 */
export function redactObject(object: KubeObject): KubeObject {
  if (!isRecord(object)) return object;
  const result = redactValue(object, 0) as KubeObject;
  if (object.kind !== 'Secret') return result;
  const masked: KubeObject = { ...result };
  for (const field of ['data', 'stringData']) {
    if (isRecord(object[field])) masked[field] = maskAll(object[field]);
  }
  // A copy of everything that was ever applied, secret values included.
  if (isRecord(masked.metadata?.annotations)) {
    const annotations = { ...masked.metadata.annotations };
    delete annotations['kubectl.kubernetes.io/last-applied-configuration'];
    masked.metadata = { ...masked.metadata, annotations };
  }
  return masked;
}

function maskAll(record: UnknownRecord): UnknownRecord {
  return Object.fromEntries(Object.keys(record).map(key => [key, redacted]));
}

// Deeper than any schema nests; guards the stack against hostile input.
const maxDepth = 200;

function redactValue(value: unknown, depth: number): unknown {
  if (depth > maxDepth) return redacted;
  if (Array.isArray(value)) {
    return value.map(item => redactValue(item, depth + 1));
  }
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).map(([key, entry]) => {
    const scalar = ['string', 'number', 'bigint'].includes(typeof entry);
    return [
      key,
      scalar && isSecretKey(key) ? redacted : redactValue(entry, depth + 1),
    ];
  });
  // Not by assignment: a field may be called `__proto__`.
  return Object.fromEntries(fields);
}

// The longest error text worth showing; the whole one is in the cluster.
const maxWords = 2000;

// Most words are plain; the closer look is for those that may not be.
const suspicious = /[@?&]|bearer|basic/i;

/**
 * The platform's own words, fit to be shown: user names and passwords in URLs
 * and bearer tokens are masked, endless texts are cut.
 *
 * @public
 */
export function quotable(words: string | undefined): string | undefined {
  if (!words) return undefined;
  if (!suspicious.test(words)) return cut(words);
  const masked = words
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${redacted}@`)
    .replace(/(bearer|basic)\s+[a-z0-9._~+/=-]{8,}/gi, `$1 ${redacted}`)
    .replace(
      /([?&](?:x-amz-[a-z-]*|token|access_token|sig|signature|key)=)[^&\s"]+/gi,
      `$1${redacted}`,
    );
  return cut(masked);
}

function cut(words: string): string {
  return words.length > maxWords ? `${words.slice(0, maxWords)}…` : words;
}
