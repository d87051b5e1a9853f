/** Versions in words. @internal */
export const versionMessages = {
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
} as const;
