const suffixes = new Map<string, bigint>([
  ['n', 1n],
  ['u', 1_000n],
  ['m', 1_000_000n],
  ['', 10n ** 9n],
  ['k', 10n ** 12n],
  ['M', 10n ** 15n],
  ['G', 10n ** 18n],
  ['T', 10n ** 21n],
  ['P', 10n ** 24n],
  ['E', 10n ** 27n],
  ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map(
    (suffix, at): [string, bigint] => [
      suffix,
      10n ** 9n * 1024n ** BigInt(at + 1),
    ],
  ),
]);

const syntax =
  /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE])([+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/;
const maxLength = 200;

/**
 * A Kubernetes quantity, `1.5Gi`, in billionths, the finest that it can be;
 * what is finer is rounded up, away from zero.
 *
 * @internal
 */
export function quantityNanos(text: string): bigint | undefined {
  if (text.length > maxLength) return undefined;
  const parts = syntax.exec(text);
  if (!parts) return undefined;
  const [, sign, whole, fraction = '', , exponent, suffix = ''] = parts;
  if (whole === '' && fraction === '') return undefined;
  const unit = suffixes.get(suffix);
  if (unit === undefined) return undefined;
  const power = Number(exponent ?? 0) - fraction.length;
  const digits = BigInt(`${whole}${fraction}`) * unit;
  const nanos =
    power >= 0
      ? digits * 10n ** BigInt(power)
      : roundedUp(digits, 10n ** BigInt(-power));
  return sign === '-' ? -nanos : nanos;
}

function roundedUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}
