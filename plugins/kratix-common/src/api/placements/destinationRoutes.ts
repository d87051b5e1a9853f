import { z } from 'zod';
import { destinationLabelSchema } from '../descriptions';
import { pageOf, pageQuery, several } from '../paging';
import { destinationViewSchema } from './destinationViews';
import { unscheduledSchema } from './placementViews';

/** Paths of Destinations under `/api/kratix`. @internal */
export const destinationPaths = {
  destinations: '/destinations',
  destination: '/destinations/:platform/:name',
} as const;

/** Query of `GET /destinations`. @public */
export const destinationListQuerySchema = z.object({
  ...pageQuery,
  platform: several(z.string()).optional(),
  status: several(destinationLabelSchema).optional(),
  sort: z
    .enum(['name', 'status', 'placements', 'failing', 'changed'])
    .default('status'),
});

/** @public */
export type DestinationListQuery = z.input<typeof destinationListQuerySchema>;

/** @public */
export const destinationPageSchema = pageOf(destinationViewSchema).extend({
  unscheduled: z.array(unscheduledSchema),
});

/** @public */
export type DestinationPage = z.infer<typeof destinationPageSchema>;
