import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { packagedDocument, type PackagedVersion } from '../packaged';

/** Names an object by its kind and `namespace/name`, or name. @internal */
export interface Named {
  kind: string;
  at: string;
}

/** A request, shorter than its manifest. @internal */
export interface RequestEntry extends Named {
  /** The team that owns it; its namespace's team where absent. */
  owner?: string;
  /** The catalog's Component that it is for. */
  for?: string;
  by?: string;
  spec?: Record<string, unknown>;
  labels?: Record<string, string>;
  /** Annotations below `sandbox.kratix-portal.io/`. */
  steer?: Record<string, string>;
  /** Pins it before its first run. */
  version?: string;
}

/** A change; `null` takes a label or annotation away. @internal */
export interface ChangeEntry extends Named {
  spec?: Record<string, unknown>;
  labels?: Record<string, string | null>;
  annotations?: Record<string, string | null>;
  /** As `annotations`, below `sandbox.kratix-portal.io/`. */
  steer?: Record<string, string | null>;
}

/** What a check reports about a request. @internal */
export interface HealthEntry extends Named {
  from: string;
  state: string;
  details?: unknown;
  /** Reports no more. */
  silent?: boolean;
}

/** Things that are done at the same time. @internal */
export interface Doings {
  objects?: KubeObject[];
  promises?: PackagedVersion[];
  requests?: RequestEntry[];
  changes?: ChangeEntry[];
  remove?: Named[];
  health?: HealthEntry[];
}

/** @internal */
export interface Moment extends Doings {
  /** How long before the start, as `3d 2h`. */
  ago: string;
  /** How long it is left to Kratix afterwards. Default: 60s. */
  settle?: string;
}

/** Something that goes on for ever. @internal */
export interface Habit {
  every: string;
  /** Done in turn, one a time. */
  cycle?: Doings[];
  /** All checks that are not silent report again. */
  reports?: boolean;
}

/** A world in a file. @internal */
export interface Scenario {
  timeline: Moment[];
  habits?: Habit[];
}

/** What a file in `scenarios` tells. @internal */
export const readScenario = (name: string) =>
  packagedDocument(`scenarios/${name}.yaml`) as Scenario;

/** Milliseconds of a duration of days, hours, minutes and seconds. @internal */
export function milliseconds(text: string): number {
  const unit: Record<string, number> = {
    d: 86_400_000,
    h: 3_600_000,
    m: 60_000,
    s: 1000,
  };
  return [...text.matchAll(/(\d+)\s*([dhms])/g)].reduce(
    (sum, [, amount, of]) => sum + Number(amount) * unit[of],
    0,
  );
}
