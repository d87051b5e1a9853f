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
  const words = wordsOf(key);
  if (/ (name|ref|namespace|refs|names|kind|path|type|id)$/.test(words)) {
    return false;
  }
  return secretWords.test(words);
}

/** `apiKey` as `api key`. */
function wordsOf(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .toLowerCase()
    .trim();
}

/**
 * Does a field look secret, by its key or by the name beside it, as the `value`
 * of `{ name: DB_PASSWORD, value: … }` does?
 *
 * @internal
 */
export function isSecretField(record: UnknownRecord, key: string): boolean {
  if (isSecretKey(key)) return true;
  if (key !== 'value') return false;
  return [record.name, record.key].some(
    name => typeof name === 'string' && isSecretKey(name),
  );
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

// `keys` and `auth` are also called what holds no secret.
const holders = /(words?|passwd|pwd|passphrase|tokens?|secrets?|credentials?)$/;
const references =
  /^(api ?version|kind|name|.* name|names|namespace|ref|type|id|key|path)$/;

/** What is hidden below a key: nothing, texts and lists of them, or all. */
type Hidden = 'nothing' | 'texts' | 'all';

function redactValue(
  value: unknown,
  depth: number,
  hidden: Hidden = 'nothing',
): unknown {
  if (depth > maxDepth) return redacted;
  if (Array.isArray(value)) {
    return value.map(item => redactValue(item, depth + 1, hidden));
  }
  if (!isRecord(value)) {
    const isScalar = ['string', 'number', 'bigint'].includes(typeof value);
    return hidden !== 'nothing' && isScalar ? redacted : value;
  }
  const fields = Object.entries(value).map(([key, entry]) => [
    key,
    redactValue(entry, depth + 1, hiddenBelow(value, key, hidden)),
  ]);
  // Not by assignment: a field may be called `__proto__`.
  return Object.fromEntries(fields);
}

function hiddenBelow(
  record: UnknownRecord,
  key: string,
  above: Hidden,
): Hidden {
  const words = wordsOf(key);
  if (above === 'all') return references.test(words) ? 'nothing' : 'all';
  if (!isSecretField(record, key)) return 'nothing';
  return holders.test(words) ? 'all' : 'texts';
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
    // From the slashes on: to look for the scheme's begin in a long text
    // without any takes the square of its length.
    .replace(/(:\/\/)[^\s/@]+@/g, `$1${redacted}@`)
    .replace(/(bearer|basic)\s+[a-z0-9._~+/=-]{8,}/gi, `$1 ${redacted}`)
    .replace(
      /([?&](?:x-amz-[a-z-]*|[a-z_-]*(?:token|secret|password|signature|key)|sig)=)[^&\s"]+/gi,
      `$1${redacted}`,
    );
  return cut(masked);
}

function cut(words: string): string {
  return words.length > maxWords ? `${words.slice(0, maxWords)}…` : words;
}
