/** States of platforms and how current their data is, in words. @internal */
export const platformStateMessages = {
  status: {
    connecting: 'Connecting',
    connected: 'Connected',
    limited: 'Limited',
    'last-known': 'Last known',
    unreachable: 'Unreachable',
    refused: 'Refused',
    'kratix-not-found': 'Kratix not found',
  },
  partial: {
    unreachableSince:
      '{{platform}} is unreachable since {{time}}. What is shown of it is as last seen.',
    unreachable:
      '{{platform}} is unreachable. What is shown of it is as last seen.',
    refused:
      '{{platform}} refuses the connection. What is shown of it is as last seen.',
    notFound: 'Kratix was not found on {{platform}}.',
    connecting: '{{platform}} is being read for the first time.',
    lastKnown:
      'No contact with {{platform}} since {{time}}. What is shown of it is as last seen.',
    details: 'Details',
  },
  freshness: {
    live: 'Live',
    liveHint: 'Changes show as they happen',
    connecting: 'Connecting',
    connectingHint: 'The live connection is being opened',
    refreshing: 'Refreshing',
    refreshed: 'Refreshed {{ago}}',
    refreshedHint: 'There is no live connection; the page asks every so often',
    notLive: 'Not live',
    paused: 'Paused',
    pausedHint: 'Nothing is read while this tab is hidden',
    lastKnown: 'Last known, {{ago}}',
    lastKnownHint: 'The last refresh failed: this is what was read before',
  },
} as const;
