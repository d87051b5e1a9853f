import { z } from 'zod';
import { promisePath } from '../pathParams';
import { promiseLabelSchema } from '../descriptions';
import { pageOf, pageQuery, several } from '../paging';
import { promiseViewSchema } from './promiseViews';

/** Paths of Promises under `/api/kratix`. @internal */
export const promisePaths = {
  promises: '/promises',
  promise: promisePath,
} as const;

/** Query of `GET /promises`. @public */
export const promiseListQuerySchema = z.object({
  ...pageQuery,
  platform: several(z.string()).optional(),
  category: several(z.string()).optional(),
  status: several(promiseLabelSchema).optional(),
  requestable: z.enum(['true', 'false']).optional(),
  sort: z.enum(['name', 'requests', 'status', 'age']).default('name'),
});

/** @public */
export type PromiseListQuery = z.input<typeof promiseListQuerySchema>;

/** @public */
export const promisePageSchema = pageOf(promiseViewSchema);

/** @public */
export type PromisePage = z.infer<typeof promisePageSchema>;
