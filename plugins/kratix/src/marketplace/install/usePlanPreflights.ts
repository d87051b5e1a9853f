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
import {
  firstMethod,
  isPossible,
  methodChoices,
  plannedChoices,
} from './methods';
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
  const { edited, document } = manifest;
  const ask = (item: PlanItem, on: string): PreflightQuestion => {
    const choices = item.main
      ? methodChoices(listing, { edited })
      : plannedChoices(item);
    const isThere = item.main ? installed : item.otherVersion === true;
    return {
      item,
      platform: on,
      method: firstMethod({ chosen: method, choices, installed: isThere }),
      free: method === undefined || !isPossible(method, choices),
      ...(item.main &&
        edited && { manifest: { value: document.value, text: document.text } }),
    };
  };
  const questions = asking ? items.map(item => ask(item, platform)) : [];
  const runs = usePreflights(questions, count);

  const run = runs[itemKey(listing)];
  // Kept while it is asked anew, so that the plan does not come and go.
  if (run?.state === 'done' && run.report.plan !== steps?.steps) {
    setSteps({ of, steps: run.report.plan });
  }
  return { items, missing, runs, again: () => setCount(last => last + 1) };
}
