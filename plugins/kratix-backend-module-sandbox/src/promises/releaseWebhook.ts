import type { AdmissionHook } from '../store';
import type { ReleaseObject } from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import type { World } from '../simulator/world';
import { fetchPromise } from './releaseController';

/** Kratix's webhook for PromiseReleases, which fetches at once. @internal */
export function releaseWebhook(world: World): AdmissionHook {
  return {
    name: 'validate-promiserelease.kratix.io',
    matches: ({ kind, operation, subresource }) =>
      kind.plural === 'promisereleases' &&
      operation !== 'DELETE' &&
      !subresource,
    review({ object, operation }) {
      const { url } = (object as ReleaseObject).spec.sourceRef ?? {};
      if (!url) return { denied: 'sourceRef.url must be set' };
      if (operation === 'UPDATE') return {};
      const fetched = fetchPromise(world.settings.sources, url);
      if ('problem' in fetched) {
        return { denied: `failed to fetch promise: ${fetched.problem}` };
      }
      const { version } = (object as ReleaseObject).spec;
      const found = fetched.promise.metadata.labels?.[label.promiseVersion];
      if (!found) {
        return {
          warnings: [
            `Warning: version label (${label.promiseVersion}) not found on promise, installation will fail`,
          ],
        };
      }
      return found === version
        ? {}
        : {
            warnings: [
              `Warning: version labels do not match, found: ${found}, expected: ${
                version ?? ''
              }`,
            ],
          };
    },
  };
}
