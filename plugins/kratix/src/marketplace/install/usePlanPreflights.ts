import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import { useState } from 'react';
import type { InstallLink } from './installLink';
import {
  itemKey,
  planOf,
  type MissingRequirement,
  type PlanItem,
  type PreflightRun,
} from './installPlan';
import { firstMethod, isPossible, methodChoices } from './methods';
import type { Manifest } from './useManifest';
import { usePreflights, type PreflightQuestion } from './usePreflights';

/** The plan with what is known about each of its Promises. @internal */
export interface PlanPreflights {
  items: PlanItem[];
  missing: MissingRequirement[];
  runs: Record<string, PreflightRun>;
  again: () => void;
}

// What is there stays with what keeps it, so the first question is about that.
const there = [
  'installed',
  'update',
  'newer-installed',
  'differs',
  'elsewhere',
];

/** Asks the platform about the listing, then about what it needs. @internal */
export function usePlanPreflights(options: {
  listing: ListingDetail;
  link: InstallLink;
  manifest: Manifest;
}): PlanPreflights {
  const { listing, link, manifest } = options;
  const { platform, method, added, step } = link;
  const { source, entry, name, version, title } = listing;
  const [count, setCount] = useState(0);
  const [steps, setSteps] = useState<{
    of: string;
    steps: MissingRequirement[];
  }>();

  const main = { source, entry, name, version, title };
  const asking = step === 'preflight' && platform !== undefined;
  const of = `${platform} ${itemKey(listing)}`;
  const { items, missing } = planOf(
    main,
    steps?.of === of ? steps.steps : [],
    added,
  );
  const installed = listing.installs.some(
    one => one.platform === platform && there.includes(one.state),
  );
  const choices = methodChoices(listing, { edited: manifest.edited });
  const ask = (item: PlanItem, on: string): PreflightQuestion => ({
    item,
    platform: on,
    ...(item.main
      ? {
          method: firstMethod({
            chosen: method,
            choices,
            installed,
          }),
          free: method === undefined || !isPossible(method, choices),
          ...(manifest.edited && {
            manifest: {
              value: manifest.document.value,
              text: manifest.document.text,
            },
          }),
        }
      : // Whether a release could bring it is not known before its preflight.
        { method: 'promise', free: true }),
  });
  const questions = asking ? items.map(item => ask(item, platform)) : [];
  const runs = usePreflights(questions, count);

  const run = runs[itemKey(listing)];
  // Kept while it is asked anew, so that the plan does not come and go.
  if (run?.state === 'done' && run.report.plan !== steps?.steps) {
    setSteps({ of, steps: run.report.plan });
  }
  return { items, missing, runs, again: () => setCount(last => last + 1) };
}
