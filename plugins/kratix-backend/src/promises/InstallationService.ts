import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  describeRequest,
  installationView,
  uninstallConfirm,
  uninstallImpact,
  uninstallTarget,
  type Cause,
  type InstallationView,
  type KubeObject,
  type PromiseRef,
  type UninstallImpact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { PortalCaller } from '../http/Callers';
import type { KratixLive } from '../live/KratixLive';
import type { RequestVisibility } from '../permissions/RequestAccess';
import type { Freshnesses } from '../platforms/Freshnesses';
import { knownList } from '../platforms/knownList';
import { countRequests } from './countRequests';
import { uninstallFacts } from './uninstallFacts';

const promiseKind = 'promises.platform.kratix.io';

/** More say nothing that these don't. */
const mostBlocks = 10;

/**
 * How Promises come and go: how far that is, what goes with one, and its
 * removal as the person. That they may was decided before.
 *
 * @internal
 */
export class InstallationService {
  readonly #platforms: KratixPlatforms;
  readonly #live: Pick<KratixLive, 'promises' | 'requests'>;
  readonly #freshness: Freshnesses;
  readonly #now: () => number;

  constructor(options: {
    platforms: KratixPlatforms;
    live: Pick<KratixLive, 'promises' | 'requests'>;
    freshness: Freshnesses;
    now?: () => number;
  }) {
    this.#platforms = options.platforms;
    this.#live = options.live;
    this.#freshness = options.freshness;
    this.#now = options.now ?? Date.now;
  }

  /**
   * One that is gone is `absent`: who waits for its removal has to be told.
   *
   * @throws NotFoundError (404) for a platform, PlatformUnavailableError (503)
   */
  get(ref: PromiseRef, visibility: RequestVisibility): InstallationView {
    const platform = this.#platforms.get(ref.platform);
    const { name } = ref;
    const row = this.#live.promises.refresh(platform, name);
    const facts = platform.promiseFacts(name);
    // What was never read can't be known to be absent.
    if (!facts) this.#freshness.mustKnow(platform, promiseKind);
    return installationView(
      {
        platform: platform.id,
        name,
        ...(facts && { facts, description: row?.settled.shown }),
        release: facts?.release ?? platform.get('promisereleases', name),
        requestBlocks: facts?.promise?.metadata.deletionTimestamp
          ? this.#requestBlocks(platform, name, visibility)
          : [],
        freshness: this.#freshness.of(platform),
        annotationPrefix: this.#platforms.settings.annotationPrefix,
      },
      { now: this.#now() },
    );
  }

  /** @throws NotFoundError (404), PlatformUnavailableError (503) */
  async impact(
    ref: PromiseRef,
    visibility: RequestVisibility,
  ): Promise<UninstallImpact> {
    const platform = this.#platforms.get(ref.platform);
    this.#mustHave(platform, ref.name);
    return uninstallImpact(
      await uninstallFacts(platform, ref.name, {
        live: this.#live,
        visibility,
        freshness: this.#freshness.of(platform),
        annotationPrefix: this.#platforms.settings.annotationPrefix,
      }),
    );
  }

  /**
   * Deletes the Promise, or the release that keeps it, which takes the Promise
   * along.
   *
   * @throws NotAllowedError (403), NotFoundError (404), ConflictError (409)
   *   where `confirm` is not what goes with it now, PlatformUnavailableError (503)
   */
  async uninstall(
    ref: PromiseRef,
    {
      caller,
      dryRun,
      confirm,
    }: { caller: PortalCaller; dryRun: boolean; confirm?: string },
  ): Promise<UninstallImpact['target']> {
    const platform = this.#platforms.get(ref.platform);
    this.#freshness.mustTakeWrites(platform);
    const promise = this.#mustHave(platform, ref.name);
    mustConfirm(ref.name, countRequests(platform, ref.name) ?? 0, confirm);
    const target = uninstallTarget({
      name: ref.name,
      promise,
      releases: knownList(platform, 'promisereleases'),
    });
    const options = { caller: caller.on(platform.id), dryRun };
    if (target.kind === 'PromiseRelease') {
      await platform.writes.deletePromiseRelease(target.name, options);
    } else {
      await platform.writes.deletePromise(target.name, options);
    }
    return target;
  }

  /** @returns the Promise; absent where a release has brought none */
  #mustHave(platform: Platform, name: string): KubeObject | undefined {
    const promise = platform.get('promises', name);
    if (promise || platform.get('promisereleases', name)) return promise;
    this.#freshness.mustKnow(platform, promiseKind);
    throw new NotFoundError(
      `There is no Promise '${name}' on platform '${platform.id}'`,
    );
  }

  /**
   * What holds up those that the person may see; the evidence says which they
   * are.
   */
  #requestBlocks(
    platform: Platform,
    name: string,
    visibility: RequestVisibility,
  ): Cause[] {
    const causes: Cause[] = [];
    for (const row of this.#live.requests.rows(platform.id)) {
      const { label } = row.view.description;
      if (row.promise !== name || label !== 'deletion-blocked') continue;
      if (!visibility.ready(row) || !visibility.sees(row)) continue;
      const facts = platform.requestFacts(row.ref);
      const now = this.#now();
      const [cause] = facts ? describeRequest(facts, { now }).causes : [];
      if (cause) causes.push(cause);
      if (causes.length === mostBlocks) break;
    }
    return causes;
  }
}

/**
 * What the person looked at may have changed since: nothing goes that they were
 * not told of.
 *
 * @throws ConflictError (409)
 */
function mustConfirm(
  name: string,
  requests: number,
  confirm: string | undefined,
): void {
  if (confirm === uninstallConfirm(name, requests)) return;
  const along = requests === 1 ? '1 request' : `${requests || 'no'} requests`;
  throw new ConflictError(
    confirm === undefined
      ? `Nothing was confirmed: ${name} takes ${along} along; look first`
      : `It now takes ${along} along; look again`,
  );
}
