export { reconcileDestination } from './destinations';
export { PlacementWriter } from './placementWriter';
export { Scheduler } from './scheduler';
export { reconcileStateStore, storePlurals } from './stateStores';
export { reconciledBy, worksVerdict } from './worksVerdict';
export { GitOpsAgent } from './gitOpsAgent';
export { destinationWebhook } from './destinationWebhook';
