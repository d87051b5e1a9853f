import type {
  RequestRef,
  RequestTrace,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  SkeletonRows,
  type KratixT,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { ConsequenceList, type ConsequenceGroup } from '../actions';
import { entityTitle } from '../navigation';
import { useRequest, useRequestTrace } from './useRequest';

/** What a deletion takes along, breaks and may wait for, as far as it can be seen. @internal */
export function DeletionConsequences(props: { request: RequestRef }) {
  const { t } = useKratixTranslation();
  const request = useRequest(props.request);
  const trace = useRequestTrace(props.request);
  if (request.state === 'loading' || trace.state === 'loading') {
    return <SkeletonRows count={3} />;
  }
  if (request.state !== 'ready' || trace.state !== 'ready') {
    return <p>{t('requestPage.delete.couldNotCheck')}</p>;
  }
  const service = request.value.service;
  const groups: ConsequenceGroup[] = [
    {
      id: 'away',
      title: t('requestPage.delete.goesAway'),
      lines: leaves(trace.value, t),
    },
    {
      id: 'breaks',
      title: t('requestPage.delete.breaks'),
      lines: [
        ...(service
          ? [t('requestPage.delete.service', { service: entityTitle(service) })]
          : []),
        ...trace.value.parents.map(({ name }) =>
          t('requestPage.delete.parent', { name }),
        ),
        ...unseen(trace.value, 'parents', t),
      ],
    },
    {
      id: 'block',
      title: t('requestPage.delete.block'),
      lines: blocks(trace.value, t),
    },
  ].filter(({ lines }) => lines.length > 0);
  if (!trace.value.placementsVisible) {
    groups.push({
      id: 'unsure',
      title: t('requestPage.delete.goesAway'),
      lines: [t('requestPage.delete.couldNotCheck')],
    });
  }
  if (groups.length === 0) return <p>{t('requestPage.delete.nothingElse')}</p>;
  return <ConsequenceList groups={groups} />;
}

function leaves(trace: RequestTrace, t: KratixT): string[] {
  const lines: string[] = [];
  if (trace.children.length > 0) {
    lines.push(
      t('requestPage.delete.children', { count: trace.children.length }),
    );
  }
  const files = new Map<string, number>();
  for (const { destination, files: names } of trace.placements) {
    if (!destination || names.length === 0) continue;
    const before = files.get(destination.name) ?? 0;
    files.set(destination.name, before + names.length);
  }
  for (const [destination, count] of files) {
    lines.push(t('requestPage.delete.files', { count, destination }));
  }
  if (files.size > 0) lines.push(t('requestPage.delete.filesHint'));
  return [...lines, ...unseen(trace, 'children', t)];
}

/** They are affected all the same. */
function unseen(
  { hidden = [] }: RequestTrace,
  which: NonNullable<RequestTrace['hidden']>[number],
  t: KratixT,
): string[] {
  return hidden.includes(which) ? [t('requestPage.delete.hidden')] : [];
}

function blocks(trace: RequestTrace, t: KratixT): string[] {
  const unwell = trace.placements
    .map(({ destination }) => destination)
    .filter(destination => destination?.description?.tone === 'error')
    .map(destination => destination?.name ?? '');
  return [...new Set(unwell)].map(destination =>
    t('requestPage.delete.blockStore', { destination }),
  );
}
