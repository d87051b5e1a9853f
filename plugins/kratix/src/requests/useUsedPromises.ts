import { useRequestList } from './useRequestList';

/** Names of Promises a team has requests of, most first; none without a team. @internal */
export function useUsedPromises(team: string | undefined): string[] {
  const { page } = useRequestList(
    { team, size: 1 },
    { enabled: team !== undefined },
  );
  if (page.state !== 'ready') return [];
  return [...(page.value.facets.promise ?? [])]
    .sort((a, b) => b.count - a.count)
    .map(({ value }) => value);
}
