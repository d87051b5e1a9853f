import {
  requestLabelSchema,
  stringifyRequestRef,
  toneSchema,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
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
export function rowOfView(view: RequestView): RequestRow {
  const { platform, crd, namespace, name, promise, owner, description } = view;
  const ref = { platform, crd, namespace, name };
  const createdMs = ms(view.createdAt);
  return {
    ref,
    key: stringifyRequestRef(ref),
    promise,
    ...(owner && { owner }),
    view,
    searched: [name, namespace, ...Object.values(view.columns)]
      .join('\n')
      .toLocaleLowerCase('en-US'),
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
