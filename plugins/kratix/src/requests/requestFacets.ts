import {
  healthStateSchema,
  requestLabelSchema,
  versionStateSchema,
  type RequestPage,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixT } from '@kratix-portal/backstage-plugin-kratix-react';
import { entityTitle } from '../navigation';
import { facetOf, type FacetSpec, type ListQuery } from '../tables';

const keys = [
  'promise',
  'team',
  'status',
  'health',
  'version',
  'namespace',
] as const;

type Key = (typeof keys)[number];

const rare = new Set<Key>(['health', 'version', 'namespace']);

/** The filters of the list in words, with their counts. Pure. @internal */
export function requestFacets(
  page: RequestPage | undefined,
  query: Pick<ListQuery, 'all'>,
  t: KratixT,
): FacetSpec[] {
  return keys.map(key =>
    facetOf({
      key,
      title: t(`requestsPage.column.${key}`),
      rare: rare.has(key),
      query,
      counted: page?.facets[key],
      wordOf: value => wordOf(key, value, t),
    }),
  );
}

function wordOf(key: Key, value: string, t: KratixT): string {
  switch (key) {
    case 'team':
      return entityTitle(value);
    case 'status': {
      const label = requestLabelSchema.safeParse(value);
      return label.success ? t(`request.status.${label.data}`) : value;
    }
    case 'health': {
      const state = healthStateSchema.safeParse(value);
      return state.success ? t(`health.state.${state.data}`) : value;
    }
    case 'version': {
      const state = versionStateSchema.safeParse(value);
      return state.success ? t(`version.state.${state.data}`) : value;
    }
    case 'promise':
    case 'namespace':
      return value;
    default:
      return key satisfies never;
  }
}
