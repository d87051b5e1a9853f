import type { PreflightFinding } from '../../api';
import { findingOf } from './finding';
import type { PreflightInput } from './types';

/** What the platform itself says. @internal */
export function answerFindings(input: PreflightInput): PreflightFinding[] {
  return [
    accessFinding(input),
    rehearsalFinding(input),
    ...(input.method === 'release' ? [fetchFinding(input)] : []),
  ];
}

function accessFinding({ access }: PreflightInput): PreflightFinding {
  const levels = {
    allowed: 'fine',
    denied: 'blocker',
    unknown: 'warning',
  } as const;
  return findingOf('access', levels[access]);
}

function rehearsalFinding({ rehearsal }: PreflightInput): PreflightFinding {
  switch (rehearsal.state) {
    case 'accepted': {
      const details = rehearsal.warnings.filter(isNews);
      return findingOf('dry-run', 'fine', {
        details,
        platformSays: details.join('\n'),
      });
    }
    case 'refused':
      return findingOf('dry-run', 'blocker', {
        details: rehearsal.details,
        platformSays: rehearsal.says,
      });
    case 'not-asked':
      return findingOf('dry-run', 'warning', {
        params: { reason: rehearsal.reason },
        platformSays: rehearsal.says,
      });
    default:
      return rehearsal satisfies never;
  }
}

/** Requirements are findings of their own. */
function isNews(warning: string): boolean {
  return !/^Required Promise "|^Promise will not be available until/.test(
    warning,
  );
}

function fetchFinding({
  fetching,
  publicUrl = '',
}: PreflightInput): PreflightFinding {
  const params = { url: publicUrl };
  // A commit can't become another one after it was checked here.
  const details = /[0-9a-f]{40}/.test(publicUrl)
    ? []
    : [
        'The address names no commit: what is there may not be what was checked',
      ];
  switch (fetching.state) {
    case 'fetched':
      return findingOf('fetch', 'fine', { params, details });
    case 'refused':
      return findingOf('fetch', 'blocker', {
        params,
        platformSays: fetching.says,
      });
    case 'forbidden':
      return findingOf('fetch', 'blocker', {
        params,
        details: [
          'Images are held to a policy, which what Kratix fetches would escape',
        ],
      });
    case 'not-public':
      return findingOf('fetch', 'blocker', {
        params,
        details: [
          'Only https addresses of public hosts are fetched, as any other may be inside the cluster',
        ],
      });
    case 'unknown':
      return findingOf('fetch', 'warning', { params, details });
    default:
      return fetching satisfies never;
  }
}
