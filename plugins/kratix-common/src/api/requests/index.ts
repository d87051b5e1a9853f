export * from './pipelineViews';
export * from './placeViews';
export type { RequestsApi } from './requestCalls';
export {
  requestChipSchema,
  requestListQuerySchema,
  requestPageSchema,
  createRequestBodySchema,
  updateRequestBodySchema,
  type RequestChip,
  type RequestListQuery,
  type RequestPage,
  type CreateRequestBody,
  type UpdateRequestBody,
} from './requestRoutes';
export * from './requestViews';
