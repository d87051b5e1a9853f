import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KubeAnswer,
  KubeCall,
  KubeTarget,
  OpenKubeWatch,
} from '../testing';

/** What a behaviour is tried in. @internal */
export interface ConformanceWorld {
  /** May do everything. */
  admin: KubeTarget;
  /** Of group `web`; may do nothing but ask who she is. */
  jane: KubeTarget;
  /** A namespace of this run. */
  namespace: string;
  /** As admin, unless another target is given. */
  call(call: KubeCall, target?: KubeTarget): Promise<KubeAnswer>;
  watch(path: string): Promise<OpenKubeWatch>;
  /** The path of the run's Widgets, or of one. */
  widgets(name?: string, version?: string): string;
  /** A name that no other behaviour has. */
  name(): string;
  /** Makes a Widget and answers with it. */
  createWidget(more?: Partial<KubeObject>): Promise<KubeObject>;
  /** Asks again until it is so, and fails after some seconds. */
  eventually(what: string, isSo: () => Promise<boolean>): Promise<void>;
}

/** Something that we rely on an API server to do. @internal */
export interface Behaviour {
  name: string;
  /** It takes the garbage collector and the namespace controller. */
  needsControllers?: boolean;
  run(world: ConformanceWorld): Promise<void>;
}
