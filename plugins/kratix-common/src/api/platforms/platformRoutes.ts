import { z } from 'zod';
import { platformViewSchema } from './platformViews';

/** Paths of platforms under `/api/kratix`. @internal */
export const platformPaths = {
  platforms: '/platforms',
  platform: '/platforms/:platform',
  platformCheck: '/platforms/:platform/check',
} as const;

/** @public */
export const platformListSchema = z.object({
  items: z.array(platformViewSchema),
  /** Whom to ask, from config. */
  contact: z.string().optional(),
});

/** @public */
export type PlatformList = z.infer<typeof platformListSchema>;
