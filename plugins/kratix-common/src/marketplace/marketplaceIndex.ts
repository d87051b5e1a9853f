import { z } from 'zod';

const address = (what: string) =>
  z
    .string()
    .min(1)
    .max(2000)
    .describe(`${what}; absolute, or relative to the index`);

/**
 * One offer of an index. Its texts are read by their addresses; what the index
 * itself says tells only whether they have to be read again.
 *
 * @public
 */
export const marketplaceIndexListingSchema = z.object({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]{0,99}$/)
    .describe('Of the Promise. May repeat with another version'),
  version: z
    .string()
    .min(1)
    .max(63)
    .optional()
    .describe('As in the label kratix.io/promise-version'),
  summary: z
    .string()
    .max(500)
    .optional()
    .describe('A sentence, shown where the Promise itself has none'),
  promise: address('The Promise, as YAML'),
  readme: address('Its README, as Markdown').optional(),
  logo: address('A picture of it: SVG, PNG, JPEG or WebP').optional(),
  example: address('A request for it, as YAML').optional(),
});

/** @public */
export type MarketplaceIndexListing = z.infer<
  typeof marketplaceIndexListingSchema
>;

/**
 * What a source of type `index` answers. Published as JSON Schema in
 * `docs/marketplace-index.schema.json`.
 *
 * @public
 */
export const marketplaceIndexSchema = z.object({
  version: z.literal(1).describe('Of this format'),
  listings: z.array(marketplaceIndexListingSchema).max(2000),
});

/** @public */
export type MarketplaceIndex = z.infer<typeof marketplaceIndexSchema>;

/** An index as it was read, and what of it can't be used. @public */
export interface MarketplaceIndexReading {
  listings: MarketplaceIndexListing[];
  /** Sentences about entries that are left out. */
  problems: string[];
}

const envelopeSchema = marketplaceIndexSchema.extend({
  listings: z.array(z.unknown()).max(2000),
});

/**
 * Reads an index entry by entry, so that one that is malformed hides no other.
 * Says `undefined` where the whole is no index.
 *
 * @public
 */
export function readMarketplaceIndex(
  value: unknown,
): MarketplaceIndexReading | undefined {
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return undefined;
  const listings: MarketplaceIndexListing[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  envelope.data.listings.forEach((entry, at) => {
    const read = marketplaceIndexListingSchema.safeParse(entry);
    if (!read.success) {
      const [issue] = read.error.issues;
      const field = issue.path.join('.') || 'the entry';
      problems.push(`Entry ${at + 1} is left out: ${field}: ${issue.message}.`);
      return;
    }
    const { name, version = '' } = read.data;
    const key = `${name} ${version}`;
    if (seen.has(key)) {
      problems.push(
        `Entry ${at + 1} is left out: ${key.trim()} is there twice.`,
      );
      return;
    }
    seen.add(key);
    listings.push(read.data);
  });
  return { listings, problems };
}

/**
 * The index as JSON Schema 2020-12, for editors and checks of curators.
 *
 * @public
 */
export function marketplaceIndexJsonSchema(): Record<string, unknown> {
  return {
    $id: 'https://kratix-portal.io/schemas/marketplace-index.json',
    title: 'Marketplace index',
    ...z.toJSONSchema(marketplaceIndexSchema, { io: 'input' }),
  };
}
