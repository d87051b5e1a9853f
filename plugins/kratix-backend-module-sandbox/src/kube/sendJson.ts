import { stringifyExact } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Response } from 'express';

/** Sends what may hold whole numbers beyond 2^53. @internal */
export function sendJson(res: Response, body: object): void {
  res.type('application/json').send(stringifyExact(body));
}
