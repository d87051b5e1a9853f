import type { PromiseSpec } from '../simulator/kratixObjects';

/** The spec with the empty parts that Kratix's own types bring along. Pure. @internal */
export function completeSpec(spec: PromiseSpec): PromiseSpec {
  const { workflows } = spec;
  return {
    ...spec,
    workflows: {
      ...workflows,
      config: workflows?.config ?? {},
      promise: workflows?.promise ?? {},
      resource: workflows?.resource ?? {},
    },
  };
}
