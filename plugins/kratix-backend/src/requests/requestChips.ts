import type { RequestChip } from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestRow } from './RequestRow';

/** Who looks: what *mine* means. @internal */
export interface Viewer {
  userEntityRef: string;
  ownershipEntityRefs: readonly string[];
}

/** Whether a chip holds, made once per question. @internal */
export function chipTests(
  viewer: Viewer,
): Record<RequestChip, (row: RequestRow) => boolean> {
  const mine = new Set([viewer.userEntityRef, ...viewer.ownershipEntityRefs]);
  return {
    mine: ({ owner, view }) =>
      (owner !== undefined && mine.has(owner)) ||
      view.requester === viewer.userEntityRef,
    attention: ({ view }) => needsAttention(view),
    'in-progress': ({ view }) => isInProgress(view),
    'waiting-for-approval': ({ view }) =>
      view.description.label === 'waiting-for-approval',
    outdated: ({ view }) => isOutdated(view),
    deleting: ({ view }) =>
      view.description.label === 'deleting' ||
      view.description.label === 'deletion-blocked',
    'no-owner': ({ owner }) => owner === undefined,
    ready: ({ view }) => isReady(view),
  };
}

/** Chips about whose it is narrow each other; the others add to each other. */
const aboutOwner = new Set<RequestChip>(['mine', 'no-owner']);

/**
 * Several chips: of mine, those that are failing or in progress.
 *
 * @internal
 */
export function chipFilter(
  chips: readonly RequestChip[],
  tests: Record<RequestChip, (row: RequestRow) => boolean>,
): (row: RequestRow) => boolean {
  const owners = chips.filter(chip => aboutOwner.has(chip));
  const states = chips.filter(chip => !aboutOwner.has(chip));
  return row =>
    owners.every(chip => tests[chip](row)) &&
    (states.length === 0 || states.some(chip => tests[chip](row)));
}

type Described = Pick<RequestRow['view'], 'description'>;

/** @internal */
export function needsAttention({ description: { tone } }: Described): boolean {
  return tone === 'error' || tone === 'action' || tone === 'warn';
}

/** @internal */
export function isInProgress({ description: { tone } }: Described): boolean {
  return tone === 'progress';
}

/** @internal */
export function isReady({ description: { label } }: Described): boolean {
  return label === 'ready' || label === 'ready-delivery-not-visible';
}

/** @internal */
export function isOutdated({ description }: Described): boolean {
  return (
    description.version.state === 'outdated' ||
    description.flags.includes('outdated')
  );
}
