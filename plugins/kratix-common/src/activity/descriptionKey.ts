import type { Cause } from '../api';
import type { SettleableDescription } from './settle';

/**
 * A text that is equal for two descriptions as long as nobody need be told of
 * the difference. Evidence and times stay out of it: they move with every
 * status write, and a reader finds them when they look.
 *
 * @public
 */
export function descriptionKey(description: SettleableDescription): string {
  const parts: unknown[] = [
    description.label,
    description.tone,
    description.causes.map(causeKey),
    description.flags,
  ];
  if ('rail' in description) {
    parts.push(
      description.delivery,
      description.health.state,
      description.health.detail,
      description.version,
      description.rail.map(({ station, state, done, total }) => [
        station,
        state,
        done,
        total,
      ]),
    );
  }
  if ('requirements' in description) {
    parts.push(
      description.version,
      description.requirements,
      description.requestable,
    );
  }
  if ('store' in description) parts.push(description.store);
  return JSON.stringify(parts);
}

function causeKey({ id, params, responsible }: Cause): unknown {
  return [id, responsible, params];
}
