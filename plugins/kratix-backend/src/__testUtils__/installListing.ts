import type {
  InstallationView,
  InstallMethod,
  KratixApi,
  ListingRef,
  ListingView,
  PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';

const nextTurn = () => new Promise(resolve => setImmediate(resolve));

/** All listings, once every source was read. */
export async function listingsOf(
  client: Pick<KratixApi, 'listListings'>,
): Promise<ListingView[]> {
  for (;;) {
    const { items, sources } = await client.listListings({ size: 100 });
    if (sources.every(({ state }) => state !== 'waiting')) return items;
    await nextTurn();
  }
}

/** What came of an attempt to install; without view something is in the way. */
export interface InstallAttempt {
  report: PreflightReport;
  view?: InstallationView;
}

/**
 * Does what the wizard does: asks what would happen, reads every warning and
 * installs or upgrades unless something is in the way.
 */
export async function installListing(
  client: Pick<
    KratixApi,
    'preflight' | 'installPromise' | 'upgradePromise' | 'getPlatform'
  >,
  { source, entry }: ListingRef,
  options: {
    platform?: string;
    method?: InstallMethod;
    manifest?: Record<string, unknown>;
  } = {},
): Promise<InstallAttempt> {
  const { platform = 'eu', ...how } = options;
  while (!(await client.getPlatform(platform)).description.writable) {
    await nextTurn();
  }
  const ref = { source, entry };
  const report = await client.preflight(ref, { platform, ...how });
  if (report.findings.some(({ level }) => level === 'blocker')) {
    return { report };
  }
  const body = {
    ...ref,
    ...how,
    acknowledged: report.findings
      .filter(({ level }) => level === 'warning')
      .map(({ id }) => id),
  };
  const name = report.plan[report.plan.length - 1].name;
  const view = report.upgrade
    ? await client.upgradePromise(
        { platform, name },
        { ...body, generation: report.upgrade.generation },
      )
    : await client.installPromise(platform, body);
  return { report, view };
}
