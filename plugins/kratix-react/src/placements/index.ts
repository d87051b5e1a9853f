export { DestinationStatus, StoreStatus } from './DestinationStatus';
export { WriteStatus } from './WriteStatus';
