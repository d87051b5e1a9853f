import { z } from 'zod';

/** `?dryRun=true` of writes. @public */
export const writeQuerySchema = z.object({
  dryRun: z.enum(['true', 'false']).optional(),
});
