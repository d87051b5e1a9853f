/** States of Destinations, stores and placements in words. @internal */
export const placementStateMessages = {
  destination: {
    deleting: 'Deleting',
    ready: 'Ready',
    'store-not-ready': 'Store not ready',
    'store-missing': 'Store missing',
    'write-failed': 'Write failed',
    'not-ready': 'Not ready',
    'not-checked': 'Not checked yet',
    'unknown-to-platform': 'Unknown to the platform',
  },
  store: {
    ready: 'Ready',
    'credentials-missing': 'Credentials missing',
    refused: 'Refused',
    'not-ready': 'Not ready',
    'not-checked': 'Not checked yet',
  },
  write: {
    written: 'Written',
    'earlier-content': 'Earlier content written',
    writing: 'Being written',
    failed: 'Not written',
    'not-scheduled': 'Not scheduled',
    misplaced: 'Misplaced',
  },
} as const;
