export { mapLoadable, type Loadable } from './Loadable';
export type { Effect, LiveQuery } from './LiveEntry';
export { useLive } from './useLive';
export { useLiveState } from './useLiveState';
