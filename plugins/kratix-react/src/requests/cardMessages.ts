/** The card of a service, and the dialog that links a request to it. @internal */
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
  none: 'Nothing from the platform yet',
  noneHint: 'Databases, topics and more, set up for {{name}} on request.',
  seeAll: 'See all {{n}} in Kratix',
  notKratix: 'This entity has no {{annotation}} annotation.',
} as const;

/** The card of a team. @internal */
export const teamMessages = {
  title: 'Requests of the team',
  attention: 'Needs attention',
  inProgress: 'In progress',
  ready: 'Ready',
  outdated: 'Outdated',
  none: 'This team has no requests',
} as const;
