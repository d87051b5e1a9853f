export type { StreamApi } from './streamCalls';
export {
  streamQuerySchema,
  streamEventSchema,
  type StreamQuery,
  type StreamEvent,
} from './streamRoutes';
