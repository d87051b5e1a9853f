import type { PreflightCheck, PreflightFinding } from '../../api';
import { contentHash } from '../../promises';

/** So many lines say enough. */
const mostDetails = 200;
const longestDetail = 500;

/**
 * Puts a finding together.
 *
 * @param more - `subject` tells findings of one check apart. `sealed`: the id
 *   follows the details, and `count` where they don't tell all, so that what a
 *   person acknowledged is what they saw
 * @internal
 */
export function findingOf(
  check: PreflightCheck,
  level: PreflightFinding['level'],
  more: {
    params?: Record<string, string | number | undefined>;
    details?: readonly string[];
    subject?: string;
    sealed?: boolean | { count: number };
    platformSays?: string;
  } = {},
): PreflightFinding {
  const { params = {}, details = [], subject, sealed, platformSays } = more;
  const seal = sealed ? sealOf(details, sealed) : undefined;
  return {
    id: [check, subject, seal].filter(Boolean).join(':').slice(0, 300),
    check,
    level,
    params: Object.fromEntries(
      Object.entries(params).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value]],
      ),
    ),
    details: details
      .slice(0, mostDetails)
      .map(one => one.slice(0, longestDetail)),
    ...(platformSays && { platformSays: platformSays.slice(0, 2000) }),
  };
}

function sealOf(
  details: readonly string[],
  sealed: true | { count: number },
): string | undefined {
  if (sealed === true) {
    return details.length > 0 ? contentHash(details) : undefined;
  }
  return sealed.count > 0 ? contentHash([sealed.count, details]) : undefined;
}
