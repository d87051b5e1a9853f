export { Choice } from './Choice';
export { DataTable, type Column } from './DataTable';
export { downloadText, toCsv } from './csv';
export type { FacetSpec } from './Facet';
export { FilterBar } from './FilterBar';
export { NoRows } from './NoRows';
export { Pager, pageSizes } from './Pager';
export { SearchField } from './SearchField';
export { numberOf, useListQuery, type ListQuery } from './useListQuery';
