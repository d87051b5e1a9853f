export {
  recordUpgradeFailed,
  recordUpgradeStarted,
  recordVersionApplied,
} from './bindingStatus';
export { concernsBinding, reconcileBinding } from './bindingController';
export { keepRevision, reconcileRevision, versionOfPromise } from './revisions';
export { completeSpec } from './completeSpec';
export { revisionWebhook } from './revisionWebhook';
