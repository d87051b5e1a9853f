/** States of steps in words. @internal */
export const pipelineStateMessages = {
  phase: {
    pending: 'Pending',
    running: 'Running',
    succeeded: 'Succeeded',
    failed: 'Failed',
    suspended: 'Held back',
    'not-run': 'Not run',
    unknown: 'Unknown',
  },
  container: {
    waiting: 'Waiting',
    running: 'Running',
    succeeded: 'Succeeded',
    failed: 'Failed',
    unknown: 'Unknown',
  },
} as const;
