import type { PromiseRef } from '../../promises';
import {
  dryRun,
  fill,
  type KratixCallOptions,
  type KratixHttp,
  type KratixWriteOptions,
  queryString,
} from '../http';
import type { ListingRef } from '../objectRefs';
import { promisePath } from '../pathParams';
import { installPaths } from './installRoutes';
import type {
  InstallationView,
  InstallBody,
  UpgradeBody,
} from './installViews';
import type { PreflightBody, PreflightReport } from './preflightViews';
import type { UninstallImpact } from './uninstallViews';

/** Options of an uninstall. @public */
export interface UninstallOptions extends KratixWriteOptions {
  /**
   * What the person typed: the impact's `confirm`. Refused (409) where more or
   * less goes with the Promise by now, in a dry run as well.
   */
  confirm: string;
}

/** What can be asked of installs, upgrades and uninstalls. @public */
export interface InstallsApi {
  /** What an install or upgrade would do. Nothing is written. */
  preflight(
    ref: ListingRef,
    body: PreflightBody,
    options?: KratixCallOptions,
  ): Promise<PreflightReport>;
  installPromise(
    platform: string,
    body: InstallBody,
    options?: KratixWriteOptions,
  ): Promise<InstallationView>;
  upgradePromise(
    ref: PromiseRef,
    body: UpgradeBody,
    options?: KratixWriteOptions,
  ): Promise<InstallationView>;
  /** How far an install, upgrade or uninstall is. */
  getInstallation(
    ref: PromiseRef,
    options?: KratixCallOptions,
  ): Promise<InstallationView>;
  /** What an uninstall takes along. */
  getUninstallImpact(
    ref: PromiseRef,
    options?: KratixCallOptions,
  ): Promise<UninstallImpact>;
  uninstallPromise(ref: PromiseRef, options: UninstallOptions): Promise<void>;
}

/** @internal */
export function installCalls(http: KratixHttp): InstallsApi {
  return {
    preflight(ref, body, options) {
      const path = fill(installPaths.preflight, { ...ref });
      return http.json(path, { ...options, method: 'POST', body });
    },
    installPromise(platform, body, options) {
      const path = fill(installPaths.installPromise, { platform });
      const query = dryRun(options);
      return http.json(path + query, { ...options, method: 'POST', body });
    },
    upgradePromise(ref, body, options) {
      const path = fill(installPaths.upgradePromise, { ...ref });
      const query = dryRun(options);
      return http.json(path + query, { ...options, method: 'POST', body });
    },
    getInstallation(ref, options) {
      return http.json(fill(installPaths.installation, { ...ref }), options);
    },
    getUninstallImpact(ref, options) {
      return http.json(fill(installPaths.uninstallImpact, { ...ref }), options);
    },
    async uninstallPromise(ref, options) {
      const { confirm, ...call } = options;
      const query = queryString({
        ...(call.dryRun && { dryRun: 'true' }),
        confirm,
      });
      const path = fill(promisePath, { ...ref }) + query;
      await http.call(path, { ...call, method: 'DELETE' });
    },
  };
}
