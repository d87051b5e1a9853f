import { stringify } from 'yaml';
import { compressed, promiseSelector } from '../pipelines';
import {
  kratixApiVersion,
  type PromiseObject,
} from '../simulator/kratixObjects';
import { annotation, label } from '../simulator/labels';
import { generatedName, groupId, systemNamespace } from '../simulator/names';
import type { World } from '../simulator/world';

/**
 * Keeps the Work of a Promise's static dependencies. A real Kratix touches it
 * at each pass, which wakes it again, without end (recordings, 13); here that
 * is as rare as the settings say.
 *
 * @returns whether it had to be created
 * @internal
 */
export function keepStaticDependencies(
  world: World,
  { metadata: { name }, spec }: PromiseObject,
): boolean {
  const { dependencies = [] } = spec;
  if (dependencies.length === 0) return false;
  const labels = {
    [label.promiseName]: name,
    [label.workType]: 'static-dependency',
  };
  const destinationSelectors = promiseSelector(spec.destinationSelectors ?? []);
  const wanted = {
    promiseName: name,
    workloadGroups: [
      {
        id: groupId('.'),
        directory: '.',
        ...(destinationSelectors.length > 0 && { destinationSelectors }),
        workloads: [
          {
            filepath: `static/${name}-dependencies.yaml`,
            content: compressed(
              dependencies.map(one => stringify(one)).join('---\n'),
            ),
          },
        ],
      },
    ],
  };
  const [known] = world.works({ namespace: systemNamespace, labels });
  if (known) {
    world.store.update({ ...known, spec: wanted });
    return false;
  }
  world.store.create({
    apiVersion: kratixApiVersion,
    kind: 'Work',
    metadata: {
      name: generatedName([name, 'static-deps'], world.suffix()),
      namespace: systemNamespace,
      labels,
      annotations: { [annotation.lastUpdatedAt]: world.timestamp() },
    },
    spec: wanted,
  });
  return true;
}

/** The touch that the loop consists of. @internal */
export function touchStaticDependencies(world: World, promise: string) {
  const [work] = world.works({
    namespace: systemNamespace,
    labels: {
      [label.promiseName]: promise,
      [label.workType]: 'static-dependency',
    },
  });
  if (!work || work.metadata.deletionTimestamp) return;
  world.writeMetadata(work, {
    annotations: {
      ...work.metadata.annotations,
      [annotation.lastUpdatedAt]: world.clock.now().toISOString(),
    },
  });
}
