import type { Sandbox } from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import { stringifyExact } from '@kratix-portal/backstage-plugin-kratix-common';
import { request } from 'node:https';

/**
 * Sends an object to a platform as its administrator. Not by kubectl: numbers
 * must arrive with every digit.
 *
 * @returns the status of the answer: 201, or 422 for what no platform takes
 * @throws Error with the platform's words for any other
 * @internal
 */
export async function applyObject(
  platform: Sandbox,
  path: string,
  object: object,
): Promise<201 | 422> {
  const body = stringifyExact(object);
  const { status, text } = await new Promise<{ status: number; text: string }>(
    (resolve, reject) => {
      const call = request(
        new URL(path, platform.url),
        {
          method: 'POST',
          ca: platform.ca,
          headers: {
            authorization: `Bearer ${platform.adminToken}`,
            'content-type': 'application/json',
          },
        },
        answer => {
          let received = '';
          answer.setEncoding('utf8');
          answer.on('data', part => {
            received += part;
          });
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, text: received }),
          );
        },
      );
      call.on('error', reject);
      call.end(body);
    },
  );
  if (status === 201 || status === 422) return status;
  throw new Error(`${path}: ${status} ${text.slice(0, 500)}`);
}
