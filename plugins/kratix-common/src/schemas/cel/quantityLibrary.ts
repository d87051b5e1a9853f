import { celFunc, celMethod, CelScalar, type CelFunc } from '@bufbuild/cel';
import type { ReflectMessage } from '@bufbuild/protobuf/reflect';
import { isInt64 } from '../numbers';
import { quantityNanos } from '../quantity';
import { kubernetesType, kubernetesValue, textOf } from './kubernetesTypes';

const { BOOL, DOUBLE, INT, STRING } = CelScalar;
const { Quantity } = kubernetesType;
const unit = 10n ** 9n;

// The text of a quantity is its value in billionths.
const quantity = (nanos: bigint) => kubernetesValue('Quantity', `${nanos}`);
const nanosOf = (value: ReflectMessage) => BigInt(textOf(value));

function read(text: string): bigint {
  const nanos = quantityNanos(text);
  if (nanos === undefined) throw new Error('not a quantity');
  return nanos;
}

const sign = (nanos: bigint) => {
  if (nanos === 0n) return 0n;
  return nanos > 0n ? 1n : -1n;
};
const isInteger = (nanos: bigint) =>
  nanos % unit === 0n && isInt64(nanos / unit);

/** Kubernetes' `quantity` functions. @internal */
export const quantityLibrary: CelFunc[] = [
  celFunc(
    'isQuantity',
    [STRING],
    BOOL,
    text => quantityNanos(text) !== undefined,
  ),
  celFunc('quantity', [STRING], Quantity, text => quantity(read(text))),
  celMethod('sign', Quantity, [], INT, function signOf() {
    return sign(nanosOf(this));
  }),
  celMethod('isInteger', Quantity, [], BOOL, function isWhole() {
    return isInteger(nanosOf(this));
  }),
  celMethod('asInteger', Quantity, [], INT, function asInteger() {
    const nanos = nanosOf(this);
    if (!isInteger(nanos)) throw new Error('cannot convert value to integer');
    return nanos / unit;
  }),
  celMethod('asApproximateFloat', Quantity, [], DOUBLE, function asFloat() {
    return Number(nanosOf(this)) / Number(unit);
  }),
  celMethod('add', Quantity, [Quantity], Quantity, function add(other) {
    return quantity(nanosOf(this) + nanosOf(other));
  }),
  celMethod('add', Quantity, [INT], Quantity, function addWhole(other) {
    return quantity(nanosOf(this) + other * unit);
  }),
  celMethod('sub', Quantity, [Quantity], Quantity, function sub(other) {
    return quantity(nanosOf(this) - nanosOf(other));
  }),
  celMethod('sub', Quantity, [INT], Quantity, function subWhole(other) {
    return quantity(nanosOf(this) - other * unit);
  }),
  celMethod('compareTo', Quantity, [Quantity], INT, function compareTo(other) {
    return sign(nanosOf(this) - nanosOf(other));
  }),
  celMethod('isGreaterThan', Quantity, [Quantity], BOOL, function more(other) {
    return nanosOf(this) > nanosOf(other);
  }),
  celMethod('isLessThan', Quantity, [Quantity], BOOL, function less(other) {
    return nanosOf(this) < nanosOf(other);
  }),
];
