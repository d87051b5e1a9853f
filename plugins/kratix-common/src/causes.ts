import type { Cause, Tone } from './api';

/** What {@link causeOf} is made from: parameters without value are left out. @public */
export interface CauseParts
  extends Omit<Cause, 'params' | 'evidence' | 'platformSays' | 'since'> {
  params?: Record<string, string | number | undefined>;
  evidence?: Cause['evidence'];
  platformSays?: string;
  since?: string;
}

/** @public */
export function causeOf(parts: CauseParts): Cause {
  const params: Cause['params'] = {};
  for (const [key, value] of Object.entries(parts.params ?? {})) {
    if (value !== undefined) params[key] = value;
  }
  const cause: Cause = {
    id: parts.id,
    params,
    responsible: parts.responsible,
    evidence: parts.evidence ?? [],
  };
  if (parts.platformSays) cause.platformSays = parts.platformSays;
  if (parts.since) cause.since = parts.since;
  return cause;
}

const attention: readonly Tone[] = ['error', 'action', 'warn'];

/** Does somebody have to look at it? @public */
export function needsAttention(tone: Tone): boolean {
  return attention.includes(tone);
}
