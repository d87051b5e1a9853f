import {
  celFunc,
  celList,
  celMethod,
  CelScalar,
  listType,
  type CelFunc,
  type CelInput,
  type CelList,
  type CelValue,
} from '@bufbuild/cel';

const { BOOL, DYN } = CelScalar;
const LIST = listType(DYN);

/*
 * The library has no optional values; here they are lists of none or one, known
 * by themselves. Its grammar lacks `a.?b`, so rules with that are not checked.
 */
const optionals = new WeakSet<object>();

/** @internal */
export function optionalOf(value: CelInput): CelList {
  const optional = celList([value]);
  optionals.add(optional);
  return optional;
}

/** @internal */
export function optionalNone(): CelList {
  const optional = celList([]);
  optionals.add(optional);
  return optional;
}

function known(list: CelList): CelList {
  if (!optionals.has(list)) throw new Error('no such overload');
  return list;
}

const isNothing = (value: CelValue) =>
  value === null || value === '' || value === false || value === 0n;

/** @internal */
export const optionalLibrary: CelFunc[] = [
  celFunc('optional.of', [DYN], LIST, optionalOf),
  celFunc('optional.none', [], LIST, optionalNone),
  celFunc('optional.ofNonZeroValue', [DYN], LIST, value =>
    isNothing(value) ? optionalNone() : optionalOf(value),
  ),
  celMethod('hasValue', LIST, [], BOOL, function hasValue() {
    return known(this).size > 0;
  }),
  celMethod('value', LIST, [], DYN, function value() {
    const inside = known(this).get(0);
    if (inside === undefined) throw new Error('optional.none() dereference');
    return inside;
  }),
  celMethod('orValue', LIST, [DYN], DYN, function orValue(other) {
    return known(this).get(0) ?? other;
  }),
  celMethod('or', LIST, [LIST], LIST, function or(other) {
    return known(this).size > 0 ? this : known(other);
  }),
];
