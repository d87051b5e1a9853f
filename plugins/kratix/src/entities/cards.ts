// Every card and tab of the catalog in one chunk, apart from the pages.
export {
  DestinationEntityContent,
  DestinationStateCard,
} from '../placements/DestinationEntity';
export {
  PlatformEntityContent,
  PlatformStateCard,
} from '../platforms/PlatformEntity';
export { PromiseCard } from '../promises/PromiseCard';
export {
  PromiseApiEntityContent,
  PromiseEntityContent,
} from '../promises/PromiseEntityContent';
export { InfrastructureCard } from '../requests/InfrastructureCard';
export { RequestEntityContent } from '../requests/RequestEntityContent';
export { RequestStatusCard } from '../requests/RequestStatusCard';
export { TeamRequestsCard } from '../requests/TeamRequestsCard';
