import { InputError } from '@backstage/errors';
import {
  isRecord,
  largerThan,
  parseExact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import express, { type RequestHandler } from 'express';

/** Deeper than any schema; all that looks into a body calls itself for it. */
const most = { depth: 200, values: Infinity, characters: Infinity };

/**
 * Parses JSON bodies with all digits of their numbers: whole ones beyond 2^53
 * become `bigint`s.
 *
 * @internal
 */
export function exactBody(): RequestHandler[] {
  return [
    express.text({ type: 'application/json', limit: '1mb' }),
    (req, _res, next) => {
      if (typeof req.body === 'string') req.body = parsed(req.body);
      next();
    },
  ];
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
