import {
  comparePromises,
  compareVersions,
  isSamePromise,
  kratixLabels,
  labelOf,
  originOf,
  type KubeObject,
  type PreflightReport,
  type PreflightUpgrade,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixLive } from '../../live/KratixLive';
import type { RequestVisibility } from '../../permissions/RequestAccess';
import {
  affectedView,
  requestsOfPromise,
  requestTitle,
} from './affectedRequests';
import type { InstallSubject } from './installSubject';
import type { Offers } from './planFor';
import { refusedRequests } from './refusedRequests';

type UpgradeView = NonNullable<PreflightReport['upgrade']>;

const mostRefused = 100;

/**
 * What an upgrade changes and whom it meets.
 *
 * @internal
 */
export async function upgradeFacts(
  subject: InstallSubject,
  options: {
    /** The Promise as the API server has it. */
    before: KubeObject;
    /** As it would keep it; absent where it was not asked or refused. */
    after?: KubeObject;
    offers: Offers;
    live: Pick<KratixLive, 'requests'>;
    visibility: RequestVisibility;
    annotationPrefix: string;
  },
): Promise<{ facts: PreflightUpgrade; view: UpgradeView }> {
  const { before, after = subject.promise } = options;
  const { platform, promise, kept, release } = subject;
  const from = labelOf(before, kratixLabels.promiseVersion);
  const to = labelOf(promise, kratixLabels.promiseVersion);
  const changes = comparePromises(before, after);
  const requests = await requestsOfPromise(
    { platform, promise: kept.listing.name },
    options,
  );
  // Without a breaking change, whatever was valid stays valid (0731).
  const mayRefuse = changes.api.some(({ breaking }) => breaking);
  const refused = mayRefuse
    ? await refusedRequests(requests, before, promise)
    : [];
  const seen = refused.filter(({ request }) => request.seen);
  const requestsView = affectedView(requests);
  // Another version label alone starts nothing (recording 23).
  const reruns = changes.api.length + changes.other.length > 0;
  const keeper = labelOf(before, kratixLabels.promiseReleaseName);
  return {
    facts: {
      from,
      order: from && to ? compareVersions(from, to) : 'unknown',
      changes,
      total: requests.length,
      refused: refused.length,
      refusedNames: seen.map(({ request }) => requestTitle(request)),
      reruns: reruns ? requests.length : 0,
      ...(keeper && release && { release: keeper }),
      localEdits: localEdits(subject, { ...options, after }),
    },
    view: {
      ...(from && { from }),
      ...(to && { to }),
      generation: before.metadata.generation ?? 0,
      changes,
      requests: requestsView,
      refused: seen.slice(0, mostRefused).map(({ request, problems }) => ({
        ref: request.ref,
        ...(request.owner && { owner: request.owner }),
        problems,
      })),
      refusedTotal: refused.length,
    },
  };
}

/**
 * What people changed since it was installed, where a source still has the
 * version that it was installed from.
 */
function localEdits(
  { kept, platform, edited }: InstallSubject,
  options: {
    before: KubeObject;
    after: KubeObject;
    offers: Offers;
    annotationPrefix: string;
  },
): string[] | undefined {
  const { before, after, offers, annotationPrefix } = options;
  const version = labelOf(before, kratixLabels.promiseVersion);
  const origin = originOf(
    before,
    platform.list('promisereleases'),
    annotationPrefix,
  );
  if (!origin || !version) return undefined;
  const said = offers
    .named(kept.listing.name)
    .find(
      ({ source, listing }) =>
        source === origin.source &&
        listing.entry === origin.entry &&
        listing.version === version,
    );
  if (!said) return undefined;
  // What the API server leaves out of a listing is no edit of anybody.
  const isSaid = said.listing === kept.listing && !edited;
  const promise = isSaid ? after : said.listing.promise;
  if (isSamePromise(promise, before)) return [];
  const { api, other } = comparePromises(promise, before);
  return [
    ...api.map(({ kind, path }) => [path, kind].filter(Boolean).join(': ')),
    ...other.map(({ about, name, change }) => `${about} ${name}: ${change}`),
  ];
}
