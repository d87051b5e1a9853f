import { requestRefSchema } from './objectRefs';

/** Where a platform's own things are. @internal */
export const platformParamsSchema = requestRefSchema.pick({ platform: true });

/** Where requests of one kind are. @internal */
export const kindParamsSchema = requestRefSchema.pick({
  platform: true,
  crd: true,
});

/** Of one Promise, which is read and uninstalled there. @internal */
export const promisePath = '/promises/:platform/:name';
