import { isJsonNumber } from './numbers';

/**
 * Whether two JSON values are the same, whatever the order of their keys.
 * Numbers are compared by value, be they `number` or `bigint`.
 *
 * @public
 */
export function sameJsonValue(one: unknown, other: unknown): boolean {
  if (one === other || Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object') {
    // As text, since a bigint equals the number next to it by rounding.
    return isJsonNumber(one) && isJsonNumber(other) && `${one}` === `${other}`;
  }
  if (one === null || other === null) return false;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, at) => sameJsonValue(item, other[at]))
    );
  }
  if (Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      key =>
        Object.hasOwn(other, key) &&
        sameJsonValue(Reflect.get(one, key), Reflect.get(other, key)),
    )
  );
}
