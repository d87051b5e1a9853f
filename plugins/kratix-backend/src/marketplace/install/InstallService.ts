import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  contentHash,
  createdBy,
  findingSentence,
  methodsOf,
  PlatformRefusedError,
  preflightFindings,
  RefusedInputError,
  type Fetching,
  type InstallationView,
  type InstallMethod,
  type InstallOrigin,
  type KubeObject,
  type ListingRef,
  type PreflightFinding,
  type PreflightReport,
  type PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixPlatforms } from '@kratix-portal/backstage-plugin-kratix-node';
import type { PortalCaller } from '../../http/Callers';
import type { KratixLive } from '../../live/KratixLive';
import type { RequestVisibility } from '../../permissions/RequestAccess';
import type { Freshnesses } from '../../platforms/Freshnesses';
import type { MarketplaceService } from '../MarketplaceService';
import {
  installSubject,
  type InstallSubject,
  type InstallWish,
} from './installSubject';
import { offerFor, planFor } from './planFor';
import { preflightPlatform } from './preflightPlatform';
import { alreadyThere, rehearse, tryToFetch } from './rehearse';
import { upgradeFacts } from './upgradeFacts';
import { writePromise, writeRelease } from './writePromise';
import { writtenView } from './writtenView';

/** Who asks, and what they may see of requests. @internal */
export interface Installer {
  caller: PortalCaller;
  visibility: RequestVisibility;
}

/** What a person agreed to. @internal */
export interface Agreement {
  acknowledged: readonly string[];
  /** Of the preflight that they read; absent: whatever the listing has. */
  seal?: string;
}

/** What an install wrote. @internal */
export interface Installed {
  subject: InstallSubject;
  /** The Promise or PromiseRelease as it was written. */
  object: KubeObject;
}

const writers: Record<InstallMethod, typeof writePromise> = {
  promise: writePromise,
  release: writeRelease,
};

/**
 * Checks, installs and upgrades Promises as the person. That they may was
 * decided before.
 *
 * @internal
 */
export class InstallService {
  readonly #platforms: KratixPlatforms;
  readonly #marketplace: Pick<MarketplaceService, 'mustFind' | 'named'>;
  readonly #allowedImages?: readonly string[];
  readonly #freshness: Freshnesses;
  readonly #live: Pick<KratixLive, 'requests'>;
  readonly #now: () => number;

  constructor(options: {
    platforms: KratixPlatforms;
    marketplace: Pick<MarketplaceService, 'mustFind' | 'named'>;
    /** From config; absent: all. */
    allowedImages?: readonly string[];
    freshness: Freshnesses;
    live: Pick<KratixLive, 'requests'>;
    now?: () => number;
  }) {
    this.#platforms = options.platforms;
    this.#marketplace = options.marketplace;
    this.#allowedImages = options.allowedImages;
    this.#freshness = options.freshness;
    this.#live = options.live;
    this.#now = options.now ?? Date.now;
  }

  /**
   * What is to be installed where, by what is known here.
   *
   * @throws InputError (400), NotFoundError (404), PlatformUnavailableError (503)
   */
  subject(
    ref: ListingRef,
    wish: Pick<InstallWish, 'manifest' | 'method' | 'platform'>,
  ): InstallSubject {
    const kept = this.#marketplace.mustFind(ref);
    const platform = this.#platforms.get(wish.platform);
    this.#freshness.mustKnow(platform, 'promises.platform.kratix.io');
    this.#freshness.mustTakeWrites(platform);
    return installSubject({ ref, kept, platform }, wish, this.#prefix);
  }

  /**
   * What would happen. Writes nothing.
   *
   * @throws ConflictError (409), PlatformUnavailableError (503)
   */
  async preflight(
    subject: InstallSubject,
    installer: Installer,
  ): Promise<PreflightReport> {
    // Asked in any case: it tells whether a release is possible.
    const fetching = this.#tryToFetch(subject, installer);
    return (await this.#check(subject, installer, fetching)).report;
  }

  /**
   * Runs the preflight again and then installs, unless something is in the way
   * or a warning was not acknowledged.
   *
   * @throws RefusedInputError (400), NotAllowedError (403), ConflictError (409),
   *   PlatformUnavailableError (503)
   */
  async install(
    subject: InstallSubject,
    options: Installer & Agreement & { dryRun: boolean },
  ): Promise<Installed> {
    if (subject.kind === 'upgrade') {
      throw alreadyThere(subject.kept.listing.name, subject.platform);
    }
    mustBeSame(subject, options);
    const fetching = this.#fetchingFor(subject, options);
    const { report } = await this.#check(subject, options, fetching);
    mustPass(subject, report.findings, options.acknowledged);
    return this.#write(subject, options);
  }

  /**
   * As `install`, for a Promise that is there.
   *
   * @param options - `generation`: of the Promise that the preflight was about
   * @throws RefusedInputError (400), NotAllowedError (403), NotFoundError (404),
   *   ConflictError (409), PlatformUnavailableError (503)
   */
  async upgrade(
    subject: InstallSubject,
    options: Installer & Agreement & { dryRun: boolean; generation: number },
  ): Promise<Installed> {
    const { listing } = subject.kept;
    if (!subject.installed) {
      throw new NotFoundError(
        `There is no Promise '${listing.name}' on platform '${subject.platform.id}'`,
      );
    }
    mustBeSame(subject, options);
    const fetching = this.#fetchingFor(subject, options);
    const { report, before } = await this.#check(subject, options, fetching);
    if (before && before.metadata.generation !== options.generation) {
      throw new ConflictError(
        `Promise '${listing.name}' changed meanwhile; check again`,
      );
    }
    mustPass(subject, report.findings, options.acknowledged);
    return this.#write(subject, { ...options, before });
  }

  /** The promise that a path names has to be the listing's. */
  mustBeOf(ref: PromiseRef, subject: InstallSubject): void {
    const { name } = subject.kept.listing;
    if (name !== ref.name) {
      throw new RefusedInputError(
        `entry: it installs Promise '${name}', not '${ref.name}'`,
        [{ field: 'entry', message: `installs '${name}'` }],
      );
    }
  }

  /** How far what was written is. */
  view(installed: Installed): InstallationView {
    const { platform } = installed.subject;
    return writtenView(installed, {
      freshness: this.#freshness.of(platform),
      annotationPrefix: this.#prefix,
      now: this.#now(),
    });
  }

  get #prefix(): string {
    return this.#platforms.settings.annotationPrefix;
  }

  async #tryToFetch(
    subject: InstallSubject,
    { caller }: Installer,
  ): Promise<Fetching> {
    // A release's address may hold another Promise than the one at hand.
    if (this.#allowedImages) return { state: 'forbidden' };
    return tryToFetch(subject, {
      caller: caller.on(subject.platform.id),
      origin: this.#origin(subject, caller),
    });
  }

  /** Fetching takes a while: only where Kratix is going to. */
  async #fetchingFor(
    subject: InstallSubject,
    installer: Installer,
  ): Promise<Fetching> {
    return subject.method === 'release'
      ? this.#tryToFetch(subject, installer)
      : { state: 'unknown' };
  }

  async #check(
    subject: InstallSubject,
    { caller, visibility }: Installer,
    fetchingLater: Promise<Fetching>,
  ): Promise<{ report: PreflightReport; before?: KubeObject }> {
    const { platform, promise, kept, method, ref, kind, edited } = subject;
    const { listing, publicUrl } = kept;
    const person = caller.on(platform.id);
    const origin = this.#origin(subject, caller);
    const before =
      kind === 'upgrade'
        ? await platform.readObject('promises', listing.name)
        : undefined;
    const [known, rehearsed, fetching] = await Promise.all([
      preflightPlatform(platform, promise),
      rehearse(subject, { caller: person, origin, before }),
      fetchingLater,
    ]);
    const upgrade =
      before &&
      (await upgradeFacts(subject, {
        before,
        after: rehearsed.object,
        offers: this.#marketplace,
        live: this.#live,
        visibility,
        annotationPrefix: this.#prefix,
      }));
    const report: PreflightReport = {
      ...ref,
      platform: platform.id,
      kind,
      seal: sealOf(subject),
      findings: preflightFindings({
        promise,
        listing,
        method,
        ...(publicUrl && { publicUrl }),
        platform: known,
        ...(this.#allowedImages && { allowedImages: this.#allowedImages }),
        offered: (name, version) => {
          const offer = offerFor(this.#marketplace, kept.source, {
            name,
            ...(version && { version }),
          });
          return offer && `${offer.source}/${offer.entry}`;
        },
        access: rehearsed.access,
        rehearsal: rehearsed.rehearsal,
        fetching,
        ...(upgrade && { upgrade: upgrade.facts }),
      }),
      plan: planFor(kept, known, this.#marketplace),
      creates: kind === 'install' ? createdBy(promise, method) : [],
      methods: methodsOf({
        version: listing.version,
        publicUrl,
        edited,
        fetching,
      }),
      ...(upgrade && { upgrade: upgrade.view }),
      freshness: this.#freshness.of(platform),
    };
    return { report, before };
  }

  async #write(
    subject: InstallSubject,
    options: Installer & { dryRun: boolean; before?: KubeObject },
  ): Promise<Installed> {
    const { platform, kept, kind, method } = subject;
    const { caller, dryRun, before } = options;
    const write = {
      caller: caller.on(platform.id),
      origin: this.#origin(subject, caller),
      dryRun,
      before,
    };
    try {
      const { object } = await writers[method](subject, write);
      return { subject, object };
    } catch (error) {
      if (error instanceof ConflictError && kind === 'install') {
        throw alreadyThere(kept.listing.name, platform);
      }
      throw error;
    }
  }

  #origin({ ref }: InstallSubject, caller: PortalCaller): InstallOrigin {
    return {
      ref,
      installedBy: caller.userEntityRef,
      prefix: this.#prefix,
    };
  }
}

/** Tells apart what a preflight may be about. */
function sealOf({ promise, kept, method }: InstallSubject): string {
  return contentHash([promise, method === 'release' ? kept.publicUrl : method]);
}

/**
 * A source may have been read again since, and no finding need tell: another
 * image or script is as fine as the one that was shown.
 *
 * @throws ConflictError
 */
function mustBeSame(subject: InstallSubject, { seal }: Agreement): void {
  if (seal === undefined || seal === sealOf(subject)) return;
  throw new ConflictError(
    `The listing of Promise '${subject.kept.listing.name}' changed meanwhile; check again`,
  );
}

/** @throws RefusedInputError, NotAllowedError, ConflictError */
function mustPass(
  { kept, platform, kind }: InstallSubject,
  findings: readonly PreflightFinding[],
  acknowledged: readonly string[],
): void {
  const what = `Promise '${kept.listing.name}' can't be ${
    kind === 'upgrade' ? 'upgraded' : 'installed'
  }`;
  const blockers = findings.filter(({ level }) => level === 'blocker');
  if (blockers.some(({ check }) => check === 'access')) {
    throw new PlatformRefusedError({ platform: platform.id });
  }
  if (blockers.length > 0) {
    throw new RefusedInputError(
      `${what}. ${sentencesOf(blockers)}`,
      blockers.map(one => ({
        field: one.check,
        message: one.details[0] ?? findingSentence(one),
      })),
    );
  }
  const unread = findings.filter(
    ({ level, id }) => level === 'warning' && !acknowledged.includes(id),
  );
  if (unread.length > 0) {
    throw new ConflictError(
      `${what} before its warnings are acknowledged. ${sentencesOf(unread)}`,
    );
  }
}

function sentencesOf(findings: readonly PreflightFinding[]): string {
  return findings
    .map(one => `${one.check}: ${findingSentence(one)}.`)
    .join(' ');
}
