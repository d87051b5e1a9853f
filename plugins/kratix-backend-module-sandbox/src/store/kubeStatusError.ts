import type {
  KubeStatus,
  KubeStatusCause,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * A refusal, with the Status object that an API server would send.
 *
 * @public
 */
export class KubeStatusError extends Error {
  readonly status: KubeStatus;

  constructor(
    code: number,
    reason: string,
    message: string,
    details?: KubeStatus['details'],
  ) {
    super(message);
    this.name = 'KubeStatusError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      message,
      reason,
      ...(details && { details }),
      code,
    };
  }

  get code(): number {
    return this.status.code;
  }
}

interface Subject {
  group: string;
  plural: string;
  kind: string;
}

const qualified = (name: string, group: string) =>
  group ? `${name}.${group}` : name;

const detailsOf = (name: string, group: string, kind: string) => ({
  name,
  ...(group && { group }),
  kind,
});

/** 404 for an object. @internal */
export function notFound({ group, plural }: Subject, name: string) {
  return new KubeStatusError(
    404,
    'NotFound',
    `${qualified(plural, group)} "${name}" not found`,
    detailsOf(name, group, plural),
  );
}

/** 404 for a path that leads nowhere. @internal */
export function noSuchResource() {
  return new KubeStatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

/** 409, the name is taken. @internal */
export function alreadyExists({ group, plural }: Subject, name: string) {
  return new KubeStatusError(
    409,
    'AlreadyExists',
    `${qualified(plural, group)} "${name}" already exists`,
    detailsOf(name, group, plural),
  );
}

/** 409, somebody else wrote meanwhile. @internal */
export function conflict(
  { group, plural }: Subject,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
) {
  return new KubeStatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(
      plural,
      group,
    )} "${name}": ${why}`,
    detailsOf(name, group, plural),
  );
}

/** 403. @internal */
export function forbidden(
  { group, plural }: Subject,
  name: string,
  why: string,
) {
  return new KubeStatusError(
    403,
    'Forbidden',
    `${qualified(plural, group)} ${
      name ? `"${name}" ` : ''
    }is forbidden: ${why}`,
    name
      ? detailsOf(name, group, plural)
      : { ...(group && { group }), kind: plural },
  );
}

/** 422, with a cause for each field. @internal */
export function invalid(
  { group, kind }: Pick<Subject, 'group' | 'kind'>,
  name: string,
  causes: KubeStatusCause[],
) {
  const texts = causes.map(({ field, message }) => `${field}: ${message}`);
  const text = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  return new KubeStatusError(
    422,
    'Invalid',
    `${qualified(kind, group)} "${name}" is invalid: ${text}`,
    { ...detailsOf(name, group, kind), causes },
  );
}

/** 400. @internal */
export function badRequest(message: string) {
  return new KubeStatusError(400, 'BadRequest', message);
}

/** 410, what was asked for is too long ago. @internal */
export function expired(message: string) {
  return new KubeStatusError(410, 'Expired', message);
}

/** 415 for patches and bodies of a type we do not take. @internal */
export function unsupportedMediaType(message: string) {
  return new KubeStatusError(415, 'UnsupportedMediaType', message);
}

/** 405. @internal */
export function methodNotAllowed() {
  return new KubeStatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

/** 429; clients come back after the time in `details`. @internal */
export function tooManyRequests(message: string, retryAfterSeconds: number) {
  return new KubeStatusError(429, 'TooManyRequests', message, {
    retryAfterSeconds,
  });
}
