import type { InstallState } from '@kratix-portal/backstage-plugin-kratix-common';

/** Platforms of which the same can be said about a listing. @internal */
export interface InstallGroup {
  state: InstallState['state'];
  version?: string;
  platforms: string[];
}

// What asks for something first, what is as it should be last.
const order: InstallState['state'][] = [
  'name-taken',
  'update',
  'differs',
  'elsewhere',
  'unknown',
  'newer-installed',
  'installed',
  'not-installed',
];

/** One line for each state, however many platforms there are. Pure. @internal */
export function groupInstalls(installs: InstallState[]): InstallGroup[] {
  const groups = new Map<string, InstallGroup>();
  for (const { state, version, platform } of installs) {
    const key = `${state} ${version ?? ''}`;
    const group = groups.get(key);
    if (group) group.platforms.push(platform);
    else groups.set(key, { state, version, platforms: [platform] });
  }
  return [...groups.values()].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
  );
}
