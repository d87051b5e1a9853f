import { isRecord } from '../kube';
import { sayings } from './plan';

const saying = new Set<string>(Object.values(sayings));

/**
 * Whether form data hold nothing that anybody typed: form hosts make empty
 * objects and lists by themselves.
 *
 * @internal
 */
export function isEmptyData(data: unknown): boolean {
  if (data === undefined || data === null) return true;
  if (Array.isArray(data)) return data.length === 0;
  return (
    isRecord(data) &&
    Object.entries(data).every(
      ([key, one]) => !saying.has(key) && isEmptyData(one),
    )
  );
}
