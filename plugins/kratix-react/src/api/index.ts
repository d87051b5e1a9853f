export { kratixApiRef, type KratixBrowserApi } from './kratixApiRef';
export { KratixBrowserClient } from './KratixBrowserClient';
export type { LiveState, LiveUpdates } from './LiveUpdates';
