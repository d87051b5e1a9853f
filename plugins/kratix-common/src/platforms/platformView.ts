import type { Freshness, PlatformDescription, PlatformView } from '../api';
import { platformEntityRef } from '../catalog';
import { isoTime } from '../kube';
import { countOfKind, type CountRights } from './countedKinds';
import type { PlatformFacts } from './facts';
import { platformFeatures } from './features';
import { impersonationRight, kindRights } from './rights';

/** How current what a platform contributes is. @public */
export function freshnessView(
  facts: PlatformFacts,
  description: PlatformDescription,
): Freshness {
  return {
    platform: facts.id,
    title: facts.title,
    label: description.label,
    asOf: isoTime(facts.lastContactAt),
    failingSince: isoTime(facts.failingSince),
  };
}

/**
 * A platform as its card shows it: no address, no credential, and no number of
 * what may not be seen.
 *
 * @public
 */
export function platformView(
  facts: PlatformFacts,
  description: PlatformDescription,
  counted: { counts: PlatformView['counts']; rights: CountRights },
): PlatformView {
  const { counts, rights } = counted;
  return {
    id: facts.id,
    title: facts.title,
    owner: facts.owner,
    sandbox: facts.sandbox === true,
    identity: facts.identity,
    description,
    freshness: freshnessView(facts, description),
    apiServerVersion: facts.apiServerVersion,
    counts,
    delayMs: facts.delayMs,
    features: platformFeatures(facts),
    kinds: facts.kinds.map(watched => {
      const { group, plural, kind, state, promise } = watched;
      const count = countOfKind(watched, rights);
      const mayDo = kindRights(watched, facts);
      return { group, plural, kind, state, count, promise, rights: mayDo };
    }),
    rights: rightsView(facts),
    entityRef: platformEntityRef(facts.id),
  };
}

function rightsView(facts: PlatformFacts): PlatformView['rights'] {
  const { rights } = facts;
  return (
    rights && {
      askedAt: isoTime(rights.askedAt),
      failed: rights.failed,
      impersonation: impersonationRight(facts),
    }
  );
}
