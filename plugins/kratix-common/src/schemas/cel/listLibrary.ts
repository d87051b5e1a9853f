import {
  celFunc,
  celMethod,
  CelScalar,
  listType,
  type CelFunc,
  type CelList,
  type CelValue,
} from '@bufbuild/cel';

const { BOOL, DYN, INT } = CelScalar;
const LIST = listType(DYN);

type Comparable = bigint | number | string | boolean;

// Durations and the like are messages here; a rule that compares them in a list
// is left to the server.
function comparable(value: CelValue): Comparable {
  if (typeof value === 'object') throw new Error('no such overload');
  return value;
}

function comparables(list: CelList): Comparable[] {
  return [...list].map(comparable);
}

function isLess(one: Comparable, other: Comparable): boolean {
  if (typeof one !== typeof other) throw new Error('no such overload');
  return one < other;
}

function least(
  values: Comparable[],
  precedes: (one: Comparable, other: Comparable) => boolean,
): Comparable {
  if (values.length === 0) throw new Error('list is empty');
  return values.reduce((one, other) => (precedes(other, one) ? other : one));
}

function sum(values: Comparable[]): bigint | number {
  if (values.every((one): one is number => typeof one === 'number')) {
    return values.length === 0 ? 0n : values.reduce((all, one) => all + one, 0);
  }
  return values.reduce((all: bigint, one) => {
    if (typeof one !== 'bigint') throw new Error('no such overload');
    return all + one;
  }, 0n);
}

const has = (list: Comparable[]) => (value: Comparable) => list.includes(value);

/** Kubernetes' functions of lists, and CEL's of sets. @internal */
export const listLibrary: CelFunc[] = [
  celMethod('isSorted', LIST, [], BOOL, function isSorted() {
    const values = comparables(this);
    return values.every((one, at) => at === 0 || !isLess(one, values[at - 1]));
  }),
  celMethod('sum', LIST, [], DYN, function sumOf() {
    return sum(comparables(this));
  }),
  celMethod('min', LIST, [], DYN, function min() {
    return least(comparables(this), isLess);
  }),
  celMethod('max', LIST, [], DYN, function max() {
    return least(comparables(this), (one, other) => isLess(other, one));
  }),
  celMethod('indexOf', LIST, [DYN], INT, function indexOf(value) {
    return BigInt(comparables(this).indexOf(comparable(value)));
  }),
  celMethod('lastIndexOf', LIST, [DYN], INT, function lastIndexOf(value) {
    return BigInt(comparables(this).lastIndexOf(comparable(value)));
  }),
  celFunc('sets.contains', [LIST, LIST], BOOL, (all, some) =>
    comparables(some).every(has(comparables(all))),
  ),
  celFunc('sets.intersects', [LIST, LIST], BOOL, (one, other) =>
    comparables(one).some(has(comparables(other))),
  ),
  celFunc('sets.equivalent', [LIST, LIST], BOOL, (one, other) => {
    const [first, second] = [comparables(one), comparables(other)];
    return first.every(has(second)) && second.every(has(first));
  }),
];
