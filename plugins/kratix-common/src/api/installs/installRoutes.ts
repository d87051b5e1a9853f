import { z } from 'zod';
import { writeQuerySchema } from '../writes';

/** Paths of installs, upgrades and uninstalls under `/api/kratix`. @internal */
export const installPaths = {
  preflight: '/marketplace/:source/:entry/preflight',
  installPromise: '/promises/:platform',
  upgradePromise: '/promises/:platform/:name/upgrade',
  installation: '/promises/:platform/:name/installation',
  uninstallImpact: '/promises/:platform/:name/uninstall',
} as const;

/** Query of `DELETE /promises/:platform/:name`. @public */
export const uninstallQuerySchema = writeQuerySchema.extend({
  /** The impact's `confirm`; anything else is refused (409). */
  confirm: z.string().max(300).optional(),
});
