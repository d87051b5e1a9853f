import {
  kratixLabels,
  labelOf,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Whether an object stays out of the catalog: previews, and what its owner
 * opted out, in our words or in those of other Kratix portals.
 *
 * @internal
 */
export function isExcluded(
  object: KubeObject,
  annotationPrefix: string,
): boolean {
  return (
    labelOf(object, `${annotationPrefix}exclude`) === 'true' ||
    labelOf(object, 'kratix.io/portal-backstage') === 'false' ||
    (object.kind !== 'Destination' &&
      labelOf(object, kratixLabels.dryRun) === 'true')
  );
}
