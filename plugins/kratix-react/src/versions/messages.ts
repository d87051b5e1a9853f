/** Versions in words. @internal */
export const versionMessages = {
  title: 'Version',
  state: {
    latest: 'Latest',
    outdated: 'Outdated',
    pinned: 'Pinned',
    upgrading: 'Upgrading',
    'upgrade-failed': 'Upgrade failed',
    'version-missing': 'Version missing',
    unversioned: 'Unversioned',
  },
  followsLatest: 'Follows latest',
  pinnedTo: 'Pinned to {{version}}',
} as const;
