import { isDeepStrictEqual } from 'node:util';
import {
  describeDestination,
  destinationView,
  nameOf,
  settle,
  type DestinationDescription,
  type DestinationView,
  type Settled,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import type { RowSource } from '../live/LiveIndex';

/** @internal */
export interface DestinationRow {
  platform: string;
  name: string;
  view: DestinationView;
  settled: Settled<DestinationDescription>;
}

/** Rows of Destinations, keyed by name. @internal */
export class DestinationSource implements RowSource<DestinationRow> {
  readonly title = 'Destination';

  keys(platform: Platform): Iterable<string> {
    return platform.list('destinations').map(nameOf);
  }

  derive(
    platform: Platform,
    name: string,
    before: DestinationRow | undefined,
    now: number,
  ): { row: DestinationRow; recheckAt?: number } | undefined {
    const facts = platform.destinationFacts(name);
    if (!facts?.destination) return undefined;
    const settled = settle(
      before?.settled,
      describeDestination(facts, { now }),
      now,
    );
    const view = destinationView({
      platform: platform.id,
      destination: facts.destination,
      stateStore: facts.stateStore,
      placements: facts.placements ?? [],
      description: { ...settled.shown, recheckAt: undefined },
    });
    return {
      row: { platform: platform.id, name, view, settled },
      recheckAt: settled.recheckAt,
    };
  }

  same(a: DestinationRow, b: DestinationRow): boolean {
    return (
      a.settled.key === b.settled.key &&
      isDeepStrictEqual(identity(a), identity(b))
    );
  }
}

/** These move with every request; whoever wants them now reads the page. */
function identity({ view }: DestinationRow) {
  const { description, lastWrite, checkedAt, counts, ...rest } = view;
  return { ...rest, failing: counts?.failing };
}
