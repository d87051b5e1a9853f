/** Words of pieces that belong to no concept. @internal */
export const sharedMessages = {
  retry: 'Retry',
  cancel: 'Cancel',
  copy: 'Copy',
  copyNamed: 'Copy {{name}}',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  copyDetails: 'Copy details',
  loading: 'Loading',
  notReported: 'not reported',
  empty: {
    otherPlatforms: 'Nothing from the platforms that answered',
    otherPlatformsHint:
      'The others are named above; what they hold may follow.',
  },
  problem: {
    offline: 'The portal could not be reached',
    offlineHint: 'Your network or the portal is down.',
    unauthorized: 'You are not signed in any more',
    unauthorizedHint: 'Sign in again, then come back to this page.',
    forbidden: 'You may not see this',
    notFound: 'This was not found',
    notFoundHint:
      'It was deleted, never existed, or is something you can’t see.',
    conflict: 'Someone else changed this meanwhile',
    conflictHint: 'Load it again to see how it is now.',
    refused: 'The input was refused',
    unavailable: 'The platform can’t be reached',
    unavailableHint: 'What it holds shows again once it answers.',
    server: 'The portal could not answer',
    serverHint: 'This is a fault on the portal’s side.',
    timeout: 'The answer took too long',
    timeoutHint: 'The portal or the platform is slow right now.',
    tooMany: 'Too many calls at once',
    tooManyHint: 'The portal asks for a short break.',
    unexpected: 'Something unexpected happened',
    unexpectedHint: 'This part of the page could not be drawn.',
    says: 'The portal says: {{message}}',
    nextTry: 'Next try {{in}}',
  },
  forbidden: {
    title: 'You can’t see {{what}}',
    needs: 'Needs permission {{permission}}.',
    platform: 'The platform {{platform}} refused it.',
    platformWhat: 'The platform refused: {{verb}} on {{resource}}.',
    platformIn:
      'The platform refused: {{verb}} on {{resource}} in {{namespace}}.',
    ask: 'Ask: {{contact}}',
    notAllowed: 'You may not do this. It needs permission {{permission}}.',
    notAllowedAsk:
      'You may not do this. It needs permission {{permission}}. Ask: {{contact}}',
  },
} as const;
