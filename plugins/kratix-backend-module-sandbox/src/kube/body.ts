import {
  parseExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Request } from 'express';
import {
  badRequest,
  parseExactYaml,
  unsupportedMediaType,
  withServedNumbers,
} from '../store';
import { parseProtobuf } from './protobuf';

function mediaType({ headers }: Request): string {
  const [type] = (headers['content-type'] ?? 'application/json').split(';');
  return type.trim().toLocaleLowerCase('en-US');
}

/**
 * The body, from JSON or YAML; `undefined` where there is none.
 *
 * @throws KubeStatusError 400, 415
 * @internal
 */
export function readBody(req: Request): unknown {
  const type = mediaType(req);
  const bytes: unknown = req.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return undefined;
  if (type === 'application/vnd.kubernetes.protobuf') {
    return parseProtobuf(bytes);
  }
  const text = bytes.toString('utf8');
  try {
    if (type === 'application/yaml') {
      return parseExactYaml(text, { maxAliasCount: 50 });
    }
    if (type.includes('json')) return withServedNumbers(parseExact(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'not readable';
    throw badRequest(`the object provided is unrecognized: ${why}`);
  }
  throw unsupportedMediaType(
    'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml',
  );
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as an object. @throws KubeStatusError 400, 415 @internal */
export function readObject(req: Request): KubeObject {
  const body = readBody(req);
  if (!isFields(body)) {
    throw badRequest('the object provided is unrecognized: must be an object');
  }
  const metadata = body.metadata ?? {};
  if (!isFields(metadata)) {
    throw badRequest('metadata: Invalid value: must be an object');
  }
  const { name } = metadata;
  return {
    ...body,
    metadata: { ...metadata, name: typeof name === 'string' ? name : '' },
  };
}

/** Options in the body of a delete. @internal */
export function readOptions(req: Request): Record<string, unknown> {
  const body = readBody(req);
  return isFields(body) ? body : {};
}

/** @internal */
export { mediaType };
