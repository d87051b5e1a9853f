import { InputError } from '@backstage/errors';
import {
  isRecord,
  largerThan,
  parseExact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import express, { type Request, type Response } from 'express';
import { HttpRefusal } from './HttpRefusal';

const mostMb = 1;

const bodyText = express.text({
  type: 'application/json',
  limit: `${mostMb}mb`,
});

/** Deeper than any schema; all that looks into a body calls itself for it. */
const most = { depth: 200, values: Infinity, characters: Infinity };

/**
 * Puts the JSON that was sent into `req.body` with all digits of its numbers:
 * whole ones beyond 2^53 become `bigint`s. Where nothing was sent, the body has
 * no fields.
 *
 * @throws InputError (400), HttpRefusal (413, 415)
 * @internal
 */
export async function readBody(req: Request, res: Response): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    bodyText(req, res, error => (error ? reject(refusal(error)) : resolve()));
  });
  if (typeof req.body === 'string') req.body = parsed(req.body);
  else if (isOfOtherType(req)) throw otherType();
}

/** `null` where there is none; of length 0 is none, too. */
function isOfOtherType(req: Request): boolean {
  return (
    req.is('application/json') === false && req.get('content-length') !== '0'
  );
}

function otherType(): HttpRefusal {
  return new HttpRefusal(
    'UnsupportedMediaTypeError',
    'The body must be JSON, sent with the content type application/json',
  );
}

/** Our words for what could not be read: the reader's own may quote it. */
function refusal(error: { status?: number }): Error {
  if (error.status === 413) {
    return new HttpRefusal(
      'PayloadTooLargeError',
      `The body is larger than ${mostMb} MB, which is the most that is read`,
    );
  }
  if (error.status === 415) return otherType();
  return new InputError('The body did not arrive whole');
}

function parsed(text: string): unknown {
  const body = read(text);
  if (largerThan(body, most)) {
    throw new InputError('The body is nested too deep');
  }
  // It would be sent on as null.
  if (holdsInfinite(body)) {
    throw new InputError('The body holds a number that is too large');
  }
  return body;
}

function read(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    // The parser's words quote the body, which may hold secrets.
    throw new InputError('The body is not valid JSON');
  }
}

function holdsInfinite(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (Array.isArray(value)) return value.some(holdsInfinite);
  return isRecord(value) && Object.values(value).some(holdsInfinite);
}
