import { z } from 'zod';
import { causeSchema, promiseDescriptionSchema } from '../descriptions';
import { listingRefSchema } from '../objectRefs';
import { freshnessSchema } from '../platforms';
import { installMethodSchema } from './preflightViews';

/** Body of `POST /promises/:platform` and of an upgrade. @public */
export const installBodySchema = listingRefSchema.extend({
  method: installMethodSchema.default('promise'),
  manifest: z.record(z.string(), z.unknown()).optional(),
  /** Ids of the preflight's warnings that the person has read. */
  acknowledged: z.array(z.string().max(500)).max(200).default([]),
  /** From the preflight; the listing changed meanwhile: 409. */
  seal: z.string().max(100).optional(),
});

/** @public */
export type InstallBody = z.input<typeof installBodySchema>;

/** Body of `POST /promises/:platform/:name/upgrade`. @public */
export const upgradeBodySchema = installBodySchema.extend({
  /** From the preflight; moved meanwhile: 409. */
  generation: z.number().int().min(0),
});

/** @public */
export type UpgradeBody = z.input<typeof upgradeBodySchema>;

/** How far an install, upgrade or uninstall is. @public */
export const installationViewSchema = z.object({
  platform: z.string(),
  name: z.string(),
  /** `absent`: neither Promise nor PromiseRelease is there. */
  state: z.enum([
    'absent',
    'installing',
    'available',
    'failed',
    'removing',
    'removal-blocked',
  ]),
  method: installMethodSchema.optional(),
  version: z.string().optional(),
  /** The listing that it came from, where that was written down. */
  origin: listingRefSchema.optional(),
  stages: z.array(
    z.object({
      stage: z.enum(['fetched', 'created', 'steps', 'delivered', 'available']),
      state: z.enum(['done', 'running', 'failed', 'waiting', 'nothing-to-do']),
    }),
  ),
  /** Of the Promise, or of the release while there is no Promise. */
  causes: z.array(causeSchema),
  description: promiseDescriptionSchema.optional(),
  /** While removing: finalizers still there, in the order they are worked off. */
  finalizers: z.array(z.string()),
  freshness: freshnessSchema,
});

/** @public */
export type InstallationView = z.infer<typeof installationViewSchema>;
