import { stringifyExact } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Response } from 'express';

/** Answers with what may hold `bigint`s, which `res.json` fails on. @internal */
export function sendJson(res: Response, body: object): void {
  res.type('application/json').send(stringifyExact(body));
}
