/** The dialog that asks what to request. @internal */
export const chooserMessages = {
  title: 'What do you need?',
  addTo: 'Add to {{service}}',
  search: 'Search what is offered',
  close: 'Close',
  used: 'Used by your team',
  all: 'All that is offered',
  found_one: '{{count}} found',
  found_other: '{{count}} found',
  none: 'Nothing published yet',
  noneFound: 'Nothing matches your search',
  noApi: 'It installs software and takes no requests.',
  notNow: 'Not requestable now: {{status}}.',
} as const;
