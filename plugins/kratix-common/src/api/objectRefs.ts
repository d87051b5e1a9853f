import { z } from 'zod';

/** @public */
export const requestRefSchema = z.object({
  platform: z.string().regex(/^[a-z0-9]([-a-z0-9]{0,22}[a-z0-9])?$/),
  crd: z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/),
  namespace: z.string().regex(/^(-|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)$/),
  name: z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/),
});

/** @public */
export const promiseRefSchema = z.object({
  platform: requestRefSchema.shape.platform,
  name: requestRefSchema.shape.name,
});

/** @public */
export const destinationRefSchema = promiseRefSchema;

/** Where a listing is. `entry` needs no escaping in an address. @public */
export const listingRefSchema = z.object({
  source: z.string().min(1).max(63),
  entry: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[\w.~-]+$/, 'must be letters, digits, ".", "_", "~" and "-"'),
});

/** @public */
export type ListingRef = z.infer<typeof listingRefSchema>;
