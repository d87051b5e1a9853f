import {
  celFunc,
  celList,
  celMethod,
  CelScalar,
  isCelList,
  isCelMap,
  listType,
  type CelFunc,
  type CelInput,
  type CelList,
  type CelValue,
} from '@bufbuild/cel';

const { BOOL, DYN } = CelScalar;
const LIST = listType(DYN);

/*
 * The library has no optional values; here they are lists of none or one. That
 * a rule takes one for a list, or a list for one, is what a server finds when
 * it compiles the rule.
 */

/** @internal */
export function optionalOf(value: CelInput): CelList {
  return celList([value]);
}

/** @internal */
export function optionalNone(): CelList {
  return celList([]);
}

/** The field or item of a value, where there is one. */
function partOf(value: CelValue | undefined, key: CelValue): CelList {
  const isAt = typeof key === 'bigint' || typeof key === 'number';
  let part: CelValue | undefined;
  if (isCelMap(value)) {
    part = typeof key === 'object' ? undefined : value.get(key);
  } else if (isCelList(value) && isAt) {
    part = value.get(Number(key));
  }
  return part === undefined ? optionalNone() : optionalOf(part);
}

const isNothing = (value: CelValue) =>
  value === null || value === '' || value === false || value === 0n;

/** @internal */
export const optionalLibrary: CelFunc[] = [
  // `oldSelf` may be optional without being written so.
  celFunc('@optional', [DYN, DYN], LIST, (value, key) =>
    partOf(
      isCelList(value) && typeof key === 'string' ? value.get(0) : value,
      key,
    ),
  ),
  celFunc('@optionalIn', [LIST, DYN], LIST, (value, key) =>
    partOf(value.get(0), key),
  ),
  celFunc('@hasValue', [LIST], BOOL, value => value.size > 0),
  celFunc('optional.of', [DYN], LIST, optionalOf),
  celFunc('optional.none', [], LIST, optionalNone),
  celFunc('optional.ofNonZeroValue', [DYN], LIST, value =>
    isNothing(value) ? optionalNone() : optionalOf(value),
  ),
  celMethod('hasValue', LIST, [], BOOL, function hasValue() {
    return this.size > 0;
  }),
  celMethod('value', LIST, [], DYN, function value() {
    const inside = this.get(0);
    if (inside === undefined) throw new Error('optional.none() dereference');
    return inside;
  }),
  celMethod('orValue', LIST, [DYN], DYN, function orValue(other) {
    return this.get(0) ?? other;
  }),
  celMethod('or', LIST, [LIST], LIST, function or(other) {
    return this.size > 0 ? this : other;
  }),
];
