import type { Sandbox } from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import { stringifyExact } from '@kratix-portal/backstage-plugin-kratix-common';
import { request } from 'node:https';

/**
 * Sends an object to a platform as its administrator. Not by kubectl: numbers
 * must arrive with every digit.
 *
 * @throws Error with the platform's words where it refuses
 * @internal
 */
export async function applyObject(
  platform: Sandbox,
  path: string,
  object: object,
): Promise<void> {
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
  if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
}
