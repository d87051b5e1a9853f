import { z } from 'zod';
import { requestRefSchema } from '../objectRefs';
import { freshnessSchema } from '../platforms';

/** A namespace that a team's requests may go to. @public */
export const placeNamespaceSchema = z.object({
  name: z.string(),
  /** Whether the platform has it; absent where that is not known. */
  exists: z.boolean().optional(),
  /** Whether the person may request there now. */
  allowed: z.boolean(),
  /**
   * Why not. `missing`: the namespace does not exist; `refused`: the cluster's
   * own rules; `unanswered`: the cluster could not be asked.
   */
  reason: z.enum(['missing', 'refused', 'unanswered']).optional(),
});

/** @public */
export type PlaceNamespace = z.infer<typeof placeNamespaceSchema>;

/** Whom a person may request for, and where to. @public */
export const requestPlaceSchema = z.object({
  /** Entity ref of a team of theirs; their own where they have no team. */
  owner: z.string(),
  ownerTitle: z.string().optional(),
  /** Empty for a team without any. */
  namespaces: z.array(placeNamespaceSchema),
});

/** @public */
export type RequestPlace = z.infer<typeof requestPlaceSchema>;

/** `GET /requests/:platform/:crd/places`. @public */
export const requestPlacesSchema = z.object({
  items: z.array(requestPlaceSchema),
  freshness: freshnessSchema,
});

/** @public */
export type RequestPlaces = z.infer<typeof requestPlacesSchema>;

/** Query of `GET /requests/:platform/:crd/names`. @public */
export const requestNameQuerySchema = z.object({
  namespace: requestRefSchema.shape.namespace,
  name: requestRefSchema.shape.name.max(63),
});

/** @public */
export type RequestNameQuery = z.input<typeof requestNameQuerySchema>;

/** Whether a name is free, as the platform was last seen. @public */
export const requestNameSchema = z.object({
  free: z.boolean(),
  /** A free name like it, where it is taken. */
  suggestion: z.string().optional(),
  freshness: freshnessSchema,
});

/** @public */
export type RequestName = z.infer<typeof requestNameSchema>;
