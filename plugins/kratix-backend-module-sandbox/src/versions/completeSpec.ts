import type { PromiseSpec } from '../simulator/kratixObjects';

/** The spec with the empty parts that Kratix's own types bring along. Pure. @internal */
export function completeSpec({
  destinationSelectors = [],
  ...spec
}: PromiseSpec): PromiseSpec {
  const { workflows } = spec;
  return {
    ...spec,
    ...(destinationSelectors.length > 0 && { destinationSelectors }),
    workflows: {
      ...workflows,
      config: workflows?.config ?? {},
      promise: workflows?.promise ?? {},
      resource: workflows?.resource ?? {},
    },
  };
}
