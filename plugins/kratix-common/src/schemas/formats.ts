import { parseCidr, parseIp } from './network';

type Check = (text: string) => boolean;

const matches =
  (pattern: RegExp): Check =>
  text =>
    pattern.test(text);

const nanosOf: [RegExp, bigint][] = [
  [/^(ns|nano.*)$/i, 1n],
  [/^(us|µs|μs|micro.*)$/i, 1_000n],
  [/^(ms|milli.*)$/i, 1_000_000n],
  [/^(s|sec.*)$/i, 10n ** 9n],
  [/^(m|min.*)$/i, 60n * 10n ** 9n],
  [/^(h|hr|hour.*)$/i, 3_600n * 10n ** 9n],
  [/^(d|day.*)$/i, 86_400n * 10n ** 9n],
  [/^(w|wk|week.*)$/i, 604_800n * 10n ** 9n],
];

const unitNanos = (unit: string) =>
  nanosOf.find(([name]) => name.test(unit))?.[1];

// Go's time.ParseDuration, or whole numbers with a unit or the start of its name.
const goDuration =
  /^[-+]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$|^[-+]?0$/;
const wordyParts = /\d+\s*([A-Za-zµ]+)/g;

/** Longer than anybody writes it; what is in it, the server may say. */
const longestDuration = 1_000;

function isDuration(text: string): boolean {
  if (text.length > longestDuration) return true;
  if (goDuration.test(text)) return true;
  return [...text.matchAll(wordyParts)].some(([, unit]) => unitNanos(unit));
}

/** How long a text of format `duration` is. @internal */
export function durationNanos(text: string): bigint {
  const parts = text
    .slice(0, longestDuration)
    .matchAll(/(\d*)(?:\.(\d*))?\s*([A-Za-zµμ]+)/g);
  let nanos = 0n;
  for (const [, whole, fraction = '', unit] of parts) {
    const each = unitNanos(unit) ?? 0n;
    const digits = BigInt(`${whole}${fraction}` || '0');
    nanos += (digits * each) / 10n ** BigInt(fraction.length);
  }
  return text.startsWith('-') ? -nanos : nanos;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (!year) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) &&
    date.getUTCMonth() + 1 === Number(month) &&
    date.getUTCDate() === Number(day)
  );
}

const timeOfDay =
  /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(.\d+)?(z|[+-]\d{2}:\d{2})$/i;

function isDateTime(text: string): boolean {
  const [date, time = ''] = text.split(/t/i);
  return isDate(date) && timeOfDay.test(time);
}

const hostLabel =
  /^[a-z0-9\p{S}\p{L}]([-a-z0-9\p{S}\p{L}]{0,61}[a-z0-9\p{S}\p{L}])?$/iu;

function isHostname(text: string): boolean {
  return text.length <= 255 && text.split('.').every(matches(hostLabel));
}

const digitsOf = (text: string) => text.replace(/[\s-]/g, '');

function isIsbn10(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^\d{9}[\dX]$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (all, digit, at) => all + (10 - at) * (digit === 'X' ? 10 : Number(digit)),
    0,
  );
  return sum % 11 === 0;
}

function isIsbn13(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^\d{13}$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (all, digit, at) => all + Number(digit) * (at % 2 ? 3 : 1),
    0,
  );
  return sum % 10 === 0;
}

/** Luhn's sum, of as many digits as cards have. */
function isCreditCard(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 12 || digits.length > 19) return false;
  const sum = [...digits].reverse().reduce((all, digit, at) => {
    const weighed = Number(digit) * (at % 2 ? 2 : 1);
    return all + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

const byte = '(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])';
const shortName = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const uuid = (third: string, fourth: string) =>
  matches(
    RegExp(
      `^[0-9a-f]{8}-?[0-9a-f]{4}-?${third}[0-9a-f]{3}-?${fourth}[0-9a-f]{3}-?[0-9a-f]{12}$`,
      'i',
    ),
  );
const hex = '[0-9a-f]';

/**
 * The formats that an API server 1.34 checks of CRDs, by name without dashes
 * (kube-openapi `strfmt`, apiextensions `supportedVersionedFormats`). It
 * ignores all others, `quantity` and `ip` among them.
 */
const checks = new Map<string, Check>([
  ['bsonobjectid', matches(/^[0-9a-f]{24}$/i)],
  // A scheme, or an absolute path: what Go's url.ParseRequestURI wants.
  ['uri', matches(/^([a-z][a-z0-9+.-]*:|\/)\P{Cc}*$/iu)],
  ['email', matches(/^(.*<)?[^\s@<>]+@[^\s@<>]+>?$/)],
  ['hostname', isHostname],
  ['ipv4', text => text.includes('.') && !!parseIp(text, { sloppy: true })],
  ['ipv6', text => text.includes(':') && !!parseIp(text)],
  ['cidr', text => !!parseCidr(text, { sloppy: true })],
  [
    'mac',
    matches(
      /^([0-9a-f]{2}([:-][0-9a-f]{2}){5}(([:-][0-9a-f]{2}){2}|([:-][0-9a-f]{2}){14})?|[0-9a-f]{4}(\.[0-9a-f]{4}){2}((\.[0-9a-f]{4})|(\.[0-9a-f]{4}){7})?)$/i,
    ),
  ],
  ['uuid', uuid(hex, hex)],
  ['uuid3', uuid('3', hex)],
  ['uuid4', uuid('4', '[89ab]')],
  ['uuid5', uuid('5', '[89ab]')],
  ['isbn', text => isIsbn10(text) || isIsbn13(text)],
  ['isbn10', isIsbn10],
  ['isbn13', isIsbn13],
  ['creditcard', isCreditCard],
  ['ssn', matches(/^\d{3}[- ]?\d{2}[- ]?\d{4}$/)],
  ['hexcolor', matches(/^#?([0-9a-f]{3}|[0-9a-f]{6})$/i)],
  [
    'rgbcolor',
    matches(
      RegExp(`^rgb\\(\\s*${byte}\\s*,\\s*${byte}\\s*,\\s*${byte}\\s*\\)$`),
    ),
  ],
  ['byte', matches(/^([a-z0-9+/]{4})*([a-z0-9+/]{2}==|[a-z0-9+/]{3}=)?$/i)],
  ['date', isDate],
  ['datetime', isDateTime],
  ['duration', isDuration],
  [
    'k8sshortname',
    text => text.length <= 63 && RegExp(`^${shortName}$`).test(text),
  ],
  [
    'k8slongname',
    text =>
      text.length <= 253 &&
      RegExp(`^${shortName}(\\.${shortName})*$`).test(text),
  ],
]);

/** The check of a format; `undefined` where a server has none. @internal */
export function formatCheck(format: string): Check | undefined {
  return checks.get(format.replaceAll('-', ''));
}
