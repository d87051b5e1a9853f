export { mapLoadable, type Loadable } from './Loadable';
export { useLive, type Effect, type LiveQuery } from './useLive';
export { useLiveState } from './useLiveState';
