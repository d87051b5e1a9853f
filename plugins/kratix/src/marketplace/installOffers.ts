import type { ListingView } from '@kratix-portal/backstage-plugin-kratix-common';

/** Why a listing cannot be installed anywhere. @internal */
export type NoInstall = 'broken' | 'noPlatform' | 'nameTaken' | 'everywhere';

/** What can be done with a listing, and on which platforms. @internal */
export interface InstallOffers {
  /** Platforms without it. */
  install: string[];
  /** Platforms with another version or another content. */
  upgrade: string[];
  /** Set where there is neither. */
  neither?: NoInstall;
}

/**
 * What the state on each platform lets one offer. A platform that can't be read
 * is offered: the preflight asks it again, and says what it finds. Pure.
 *
 * @internal
 */
export function installOffers(
  listing: Pick<ListingView, 'installs' | 'problem'>,
): InstallOffers {
  const { installs, problem } = listing;
  if (problem !== undefined) return none('broken');
  const on = (...states: string[]) =>
    installs
      .filter(({ state }) => states.includes(state))
      .map(({ platform }) => platform);
  const install = on('not-installed', 'unknown');
  const upgrade = on('update', 'differs', 'elsewhere');
  if (install.length > 0 || upgrade.length > 0) return { install, upgrade };
  if (installs.length === 0) return none('noPlatform');
  return none(on('name-taken').length > 0 ? 'nameTaken' : 'everywhere');
}

function none(neither: NoInstall): InstallOffers {
  return { install: [], upgrade: [], neither };
}
