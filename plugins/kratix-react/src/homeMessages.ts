/** S1, Home, and the cards of services and teams. @internal */
export const homeMessages = {
  title: 'Home',
  attention: 'Needs my attention',
  attentionCount: 'Needs my attention ({{n}})',
  attentionNone: 'Nothing needs you.',
  attentionMore: 'See all {{n}}',
  mine: 'My requests',
  mineCount: 'My requests ({{n}})',
  mineNone: 'You have no requests yet',
  promises: 'Promises for you',
  promisesCount: 'Promises for you ({{n}})',
  promisesAtLeast: 'Promises for you ({{n}} or more)',
  browse: 'Browse all Promises',
  noPromises: 'Nothing published yet',
  ready: 'Ready {{n}}',
  inProgress: 'In progress {{n}}',
  seeAll: 'See all',
  open: 'Open',
  openNamed: 'Open {{name}}',
  platforms: 'Platforms',
  noTeam: 'You are in no team, so only what you requested yourself is yours.',
  first: {
    title: 'Get something from the platform',
    choose: 'Choose what you need: a database, a topic, an environment.',
    fill: 'Fill in a short form; it is checked before it is sent.',
    watch: 'Watch it being set up, and find how to connect to it here.',
  },
} as const;

/** @internal */
export const infrastructureMessages = {
  title: 'Infrastructure',
  add: 'Add',
  link: 'Link an existing request',
  linkTo: 'Link a request to {{service}}',
  linkHint: 'Requests of yours and your teams that are for no service yet.',
  linkSearch: 'Search by name, Promise or settings',
  linkOne: 'Link',
  linkThis: 'Link {{name}}',
  linkFound_one: '{{count}} request to choose from',
  linkFound_other: '{{count}} requests to choose from',
  linkMore: 'The first {{n}} of {{total}}: search to find others.',
  linkNone: 'All requests of yours are for a service already',
  linkNoneFound: 'No request matches your search',
  linkTaken: '{{name}} was linked to another service meanwhile.',
  linkClose: 'Close',
  none: 'Nothing from the platform yet',
  noneHint: 'Databases, topics and more, set up for {{name}} on request.',
  seeAll: 'See all {{n}} in Kratix',
  notKratix: 'This entity has no {{annotation}} annotation.',
  promiseOff: 'Its Promise was not found.',
} as const;

/** @internal */
export const teamMessages = {
  title: 'Requests of the team',
  attention: 'Needs attention',
  inProgress: 'In progress',
  ready: 'Ready',
  outdated: 'Outdated',
  none: 'This team has no requests',
} as const;
