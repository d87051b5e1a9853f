import { z } from 'zod';
import {
  destinationRefSchema,
  promiseRefSchema,
  requestRefSchema,
} from '../objectRefs';
import { several } from '../paging';
import { platformViewSchema } from '../platforms';
import { promiseViewSchema } from '../promises';
import { requestViewSchema } from '../requests';

/** Paths of the live stream under `/api/kratix`. @internal */
export const streamPaths = {
  stream: '/stream',
} as const;

/** Query of `GET /stream`: what to be told about. @public */
export const streamQuerySchema = z.object({
  /** `requests`, `promises`, `destinations`, `platforms`. */
  topic: several(
    z.enum(['requests', 'promises', 'destinations', 'platforms']),
  ).optional(),
  /** `platform/crd/namespace/name` of single requests. */
  request: several(z.string()).optional(),
  /** `platform/name` of single Promises (and their requests' counts). */
  promise: several(z.string()).optional(),
});

/** @public */
export type StreamQuery = z.input<typeof streamQuerySchema>;

/**
 * What the stream says. `resync`: the client was away for longer than is
 * remembered, read again. The SSE id is opaque; sent back as Last-Event-ID.
 *
 * @public
 */
export const streamEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('request'),
    change: z.enum(['added', 'updated', 'removed']),
    ref: requestRefSchema,
    view: requestViewSchema.optional(),
  }),
  z.object({
    type: z.literal('promise'),
    change: z.enum(['added', 'updated', 'removed']),
    ref: promiseRefSchema,
    view: promiseViewSchema.optional(),
  }),
  z.object({
    type: z.literal('destination'),
    change: z.enum(['added', 'updated', 'removed']),
    ref: destinationRefSchema,
  }),
  z.object({ type: z.literal('platform'), view: platformViewSchema }),
  z.object({ type: z.literal('resync') }),
]);

/** @public */
export type StreamEvent = z.infer<typeof streamEventSchema>;
