/** States of Promises in words. @internal */
export const promiseStateMessages = {
  status: {
    'deletion-blocked': 'Deletion blocked',
    deleting: 'Deleting',
    'api-conflict': 'API conflict',
    'api-invalid': 'API invalid',
    paused: 'Paused',
    'missing-requirement': 'Missing requirement',
    'waiting-for-approval': 'Waiting for approval',
    failed: 'Failed',
    'not-delivered': 'Not delivered',
    'no-destination': 'No destination',
    updating: 'Updating',
    preparing: 'Preparing',
    unavailable: 'Unavailable',
    available: 'Available',
    unknown: 'Unknown',
  },
  requirement: {
    installed: 'Installed',
    'not-installed': 'Not installed',
    'other-version': 'Another version is installed',
    'not-available': 'Not available',
    unknown: 'Could not check',
  },
} as const;
