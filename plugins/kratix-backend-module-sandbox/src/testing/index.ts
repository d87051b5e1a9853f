export { callKube, watchKube } from './callKube';
export type {
  KubeAnswer,
  KubeCall,
  KubeTarget,
  OpenKubeWatch,
  WatchedEvent,
} from './callKube';
