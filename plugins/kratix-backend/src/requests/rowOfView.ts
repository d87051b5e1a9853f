import {
  requestLabelSchema,
  stringifyRequestRef,
  toneSchema,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Interner } from '../live/Interner';
import { chipBits } from './requestChips';
import { dimensionsOf } from './requestDimensions';
import type { RequestRow } from './RequestRow';

const labelRanks = ranks(requestLabelSchema.options);
const toneRanks = ranks([
  'error',
  'action',
  'warn',
  'progress',
  'neutral',
  'ok',
] satisfies typeof toneSchema.options);

function ranks<T extends string>(inOrder: readonly T[]): Map<T, number> {
  return new Map(inOrder.map((one, rank) => [one, rank]));
}

/** @internal */
export function rowOfView(view: RequestView, texts: Interner): RequestRow {
  const { platform, crd, namespace, name, description } = view;
  const ref = { platform, crd, namespace, name };
  const shared = (text: string | undefined) => text && texts.of(text);
  const createdMs = ms(view.createdAt);
  // What lists look at comes first, together in memory, and is always there, so
  // that all rows have one shape: ten thousand are read for each list.
  return {
    chips: chipBits(view),
    owner: shared(view.owner),
    requester: shared(view.requester),
    values: dimensionsOf(view).map(value => texts.of(value)),
    searched: [name, namespace, ...Object.values(view.columns)]
      .join('\n')
      .toLocaleLowerCase('en-US'),
    ref,
    key: stringifyRequestRef(ref),
    promise: texts.of(view.promise),
    view,
    labelRank: labelRanks.get(description.label) ?? labelRanks.size,
    toneRank: toneRanks.get(description.tone) ?? toneRanks.size,
    createdMs,
    sinceMs: ms(description.since) || createdMs,
    changedMs: ms(view.changedAt) || createdMs,
  };
}

function ms(time: string | undefined): number {
  return (time && Date.parse(time)) || 0;
}
