import {
  createSandbox,
  type Sandbox,
} from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import type { Page } from 'playwright-core';
import { withOwnPortal } from './world';

/**
 * Runs a journey on a portal of its own, over a platform on which nothing is
 * installed yet: the guest's team has its namespace, and one Destination waits
 * for what comes.
 *
 * @internal
 */
export async function withEmptyPlatform(
  journey: (page: Page) => Promise<void>,
): Promise<void> {
  const sandbox = await startEmptyPlatform();
  try {
    const platforms = { 'new-dev': { title: 'New development', sandbox } };
    await withOwnPortal(platforms, journey);
  } finally {
    await sandbox.close();
  }
}

function startEmptyPlatform(): Promise<Sandbox> {
  const secretRef = { name: 'bucket-credentials', namespace: 'default' };
  return createSandbox({
    name: 'new-dev',
    speed: 2,
    objects: [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'payments' } },
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: secretRef,
      },
      {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'BucketStateStore',
        metadata: { name: 'bucket' },
        spec: {
          bucketName: 'kratix',
          endpoint: 's3.example.io',
          secretRef,
        },
      },
      {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'Destination',
        metadata: { name: 'worker-1', labels: { environment: 'dev' } },
        spec: {
          path: 'worker-1',
          stateStoreRef: { kind: 'BucketStateStore', name: 'bucket' },
        },
      },
    ],
  });
}
