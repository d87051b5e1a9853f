import type { PipelineRun, PlacementView } from '../api';
import { isKubeObject, objectsIn, type KubeObject } from '../kube';
import { pipelineRuns } from '../pipelines';
import { placementViews } from '../placements';
import type { RequestFacts } from './facts';

/** What a request led to. Views of its relatives are made by who may show them. @public */
export interface TracedRequest {
  /** Newest first. */
  runs: PipelineRun[];
  placements: PlacementView[];
  /** False: Works or WorkPlacements could not be read. */
  placementsVisible: boolean;
  /** Requests it is part of. */
  parents: KubeObject[];
  /** Requests that are part of it. */
  children: KubeObject[];
}

/**
 * Follows a request to its Jobs, Works, WorkPlacements and Destinations, and to
 * the requests it is part of or has as parts. Pure and total.
 *
 * @public
 */
export function traceRequest(
  facts: RequestFacts,
  options: { now: number },
): TracedRequest {
  if (!facts) return traceRequest({}, options);
  return {
    runs: pipelineRuns({
      object: isKubeObject(facts.request) ? facts.request : undefined,
      jobs: facts.jobs,
      pods: facts.pods,
    }),
    placements: placementViews(facts, options),
    placementsVisible:
      Array.isArray(facts.works) && Array.isArray(facts.placements),
    parents: objectsIn(facts.parents) ?? [],
    children: objectsIn(facts.children) ?? [],
  };
}
