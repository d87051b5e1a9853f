import type {
  RequestChip,
  RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestRow } from './RequestRow';

/** Who looks: what *mine* means. @internal */
export interface Viewer {
  userEntityRef: string;
  ownershipEntityRefs: readonly string[];
}

type Described = Pick<RequestView, 'description'>;

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

/** All chips but *mine*, which depends on who looks. */
const tests: Record<
  Exclude<RequestChip, 'mine'>,
  (view: RequestView) => boolean
> = {
  attention: needsAttention,
  'in-progress': isInProgress,
  'waiting-for-approval': ({ description: { label } }) =>
    label === 'waiting-for-approval',
  outdated: isOutdated,
  deleting: ({ description: { label } }) =>
    label === 'deleting' || label === 'deletion-blocked',
  'no-owner': ({ owner }) => owner === undefined,
  ready: isReady,
};

const settled = Object.keys(tests) as (keyof typeof tests)[];
const mineBit = 1 << settled.length;
const bitOf = (chip: RequestChip) =>
  chip === 'mine' ? mineBit : 1 << settled.indexOf(chip);

/** The chips of a request as bits, for whoever looks. @internal */
export function chipBits(view: RequestView): number {
  return settled.reduce(
    (bits, chip) => (tests[chip](view) ? bits | bitOf(chip) : bits),
    0,
  );
}

/**
 * The bits of a row for one viewer, made once per question.
 *
 * @internal
 */
export function chipReader(viewer: Viewer): (row: RequestRow) => number {
  const { userEntityRef } = viewer;
  const mine = new Set([userEntityRef, ...viewer.ownershipEntityRefs]);
  return ({ owner, requester, chips }) =>
    requester === userEntityRef || (owner !== undefined && mine.has(owner))
      ? chips | mineBit
      : chips;
}

/** Chips about whose it is narrow each other; the others add to each other. */
const aboutOwner: readonly RequestChip[] = ['mine', 'no-owner'];

/**
 * Several chips: of mine, those that are failing or in progress.
 *
 * @internal
 */
export function chipFilter(
  chips: readonly RequestChip[],
): (bits: number) => boolean {
  const sum = (some: readonly RequestChip[]) =>
    some.reduce((bits, chip) => bits | bitOf(chip), 0);
  const owners = sum(chips.filter(chip => aboutOwner.includes(chip)));
  const states = sum(chips.filter(chip => !aboutOwner.includes(chip)));
  return bits =>
    (bits & owners) === owners && (states === 0 || (bits & states) !== 0);
}

/** Counts rows by chip. @internal */
export class ChipCounter {
  readonly #byBits = new Map<number, number>();

  count(bits: number): void {
    this.#byBits.set(bits, (this.#byBits.get(bits) ?? 0) + 1);
  }

  result(): Record<RequestChip, number> {
    const of = (chip: RequestChip) => {
      let total = 0;
      for (const [bits, count] of this.#byBits) {
        if (bits & bitOf(chip)) total += count;
      }
      return total;
    };
    return {
      mine: of('mine'),
      attention: of('attention'),
      'in-progress': of('in-progress'),
      'waiting-for-approval': of('waiting-for-approval'),
      outdated: of('outdated'),
      deleting: of('deleting'),
      'no-owner': of('no-owner'),
      ready: of('ready'),
    };
  }
}
