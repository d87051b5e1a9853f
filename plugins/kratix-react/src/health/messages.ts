/** Health in words. @internal */
export const healthMessages = {
  state: {
    healthy: 'Healthy',
    degraded: 'Degraded',
    unhealthy: 'Unhealthy',
    unknown: 'Unknown',
    'not-reported': 'Not reported',
  },
} as const;
