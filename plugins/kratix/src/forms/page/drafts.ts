import { z } from 'zod';

/** How long a browser keeps what nobody sent. @internal */
export const draftDays = 7;

const draftSchema = z.object({
  /** The request as YAML, without secret-looking fields. */
  text: z.string(),
  /** Of an edit: the request it began with, without these fields too. */
  base: z.string().optional(),
  team: z.string().optional(),
  service: z.string().optional(),
  /** RFC 3339. */
  savedAt: z.string(),
});

/** A form that was left before it was sent. @internal */
export type Draft = z.infer<typeof draftSchema>;

/** Per platform, Promise and what is done with it. @internal */
export function draftKey(options: {
  platform: string;
  promise: string;
  mode: 'new' | 'edit' | 'clone';
  /** Of an edit and a clone: what it began with. */
  source?: { namespace: string; name: string };
}): string {
  const { platform, promise, mode, source } = options;
  const from = source ? [source.namespace, source.name] : [];
  return [platform, promise, mode, ...from].join('/');
}

/** What was stored, if it is a draft and not too old. @internal */
export function readDraft(stored: unknown, now: number): Draft | undefined {
  const parsed = draftSchema.safeParse(stored);
  if (!parsed.success) return undefined;
  const age = now - Date.parse(parsed.data.savedAt);
  return age >= 0 && age <= draftDays * 24 * 60 * 60 * 1000
    ? parsed.data
    : undefined;
}
