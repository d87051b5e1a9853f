import { z } from 'zod';
import { freshnessSchema } from './platforms';

/** One value or several of a query key; `a,b` is several. @internal */
export const several = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform(given => [given].flat().flatMap(text => text.split(',')))
    .pipe(z.array(item).max(50));

/** What every list takes. @internal */
export const pageQuery = {
  q: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
  dir: z.enum(['asc', 'desc']).optional(),
};

/** How often each value occurs among what the other filters leave. @public */
export const facetsSchema = z.record(
  z.string(),
  z.array(
    z.object({
      value: z.string(),
      title: z.string().optional(),
      count: z.number(),
    }),
  ),
);

/** @public */
export type Facets = z.infer<typeof facetsSchema>;

/** One page of a list. @internal */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    /** Exact, of all that the person may see. */
    total: z.number(),
    page: z.number(),
    size: z.number(),
    facets: facetsSchema,
    freshness: z.array(freshnessSchema),
  });
