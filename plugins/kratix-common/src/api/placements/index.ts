export type { DestinationsApi } from './destinationCalls';
export {
  destinationListQuerySchema,
  destinationPageSchema,
  type DestinationListQuery,
  type DestinationPage,
} from './destinationRoutes';
export * from './destinationViews';
export * from './placementViews';
