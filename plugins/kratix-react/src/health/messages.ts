/** Health in words. @internal */
export const healthMessages = {
  title: 'Health',
  state: {
    healthy: 'Healthy',
    degraded: 'Degraded',
    unhealthy: 'Unhealthy',
    unknown: 'Unknown',
    'not-reported': 'Not reported',
  },
  reported: 'Reported {{ago}}',
  noTime: 'Time of the report not stated',
} as const;
