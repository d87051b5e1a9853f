import {
  healthStateSchema,
  requestChipSchema,
  requestLabelSchema,
  requestListQuerySchema,
  versionStateSchema,
  type RequestChip,
  type RequestListQuery,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { numberOf, pageSizes, type ListQuery } from '../tables';

/** The chip that stands for no chip at all. @internal */
export const allChip = 'all';

/** What is filtered by; `platform` is in the header of the page. @internal */
export const requestFilters = [
  'q',
  'promise',
  'team',
  'status',
  'health',
  'version',
  'namespace',
  'service',
  'platform',
] as const;

const sorts = requestListQuerySchema.shape.sort.unwrap().options;

/** A value of an old link that means nothing any more is no reason to fail. */
function known<T extends string>(options: readonly T[], given: string[]): T[] {
  return options.filter(option => given.includes(option));
}

function some<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** What the backend is asked, from the address and the chosen chip. Pure. @internal */
export function requestQueryOf(
  query: Pick<ListQuery, 'get' | 'all'>,
  chip: RequestChip | undefined,
): RequestListQuery {
  const sort = known(sorts, [query.get('sort') ?? '']).at(0);
  const dir = query.get('dir');
  return {
    q: query.get('q')?.slice(0, 200),
    promise: some(query.all('promise')),
    team: some(query.all('team')),
    namespace: some(query.all('namespace')),
    service: some(query.all('service')),
    platform: some(query.all('platform')),
    status: some(known(requestLabelSchema.options, query.all('status'))),
    health: some(known(healthStateSchema.options, query.all('health'))),
    version: some(known(versionStateSchema.options, query.all('version'))),
    chip: chip && [chip],
    sort: sort ?? 'attention',
    dir: dir === 'asc' || dir === 'desc' ? dir : undefined,
    page: numberOf(query.get('page'), 1),
    size: numberOf(query.get('size'), 50, pageSizes),
  };
}

/** The chip the address names: one, none on purpose, or nothing said. @internal */
export function chipOf(
  text: string | undefined,
): RequestChip | typeof allChip | undefined {
  if (text === allChip) return allChip;
  const chip = requestChipSchema.safeParse(text);
  return chip.success ? chip.data : undefined;
}
