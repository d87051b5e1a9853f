/** The frame around every page. @internal */
export const shellMessages = {
  title: 'Kratix',
  sections: 'Sections',
  operate: 'Operate',
  platform: 'Platform',
  allPlatforms: 'All platforms',
  newRequest: 'New request',
  tab: {
    home: 'Home',
    requests: 'Requests',
    promises: 'Promises',
    operate: 'Operate',
  },
  rail: { destinations: 'Destinations', platforms: 'Platforms' },
  unknown: {
    title: 'No such page',
    text: 'Nothing is at this address.',
    home: 'Go to Home',
  },
} as const;
