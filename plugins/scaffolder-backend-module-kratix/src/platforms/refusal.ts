import { InputError, NotAllowedError, ResponseError } from '@backstage/errors';
import {
  fieldOfPath,
  pathOfField,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** The status of a refused call. @internal */
export function statusOf(error: unknown): number | undefined {
  return error instanceof ResponseError ? error.statusCode : undefined;
}

/**
 * What the backend refused, in its own words and with the fields it speaks of.
 * `ResponseError` alone says only which address answered what.
 *
 * @internal
 */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof ResponseError)) return error;
  const { name, message } = error.body.error;
  const causes: unknown = Reflect.get(error.body.error, 'causes');
  const text = [message, ...fieldsOf(causes, message)].join('\n  ');
  return name === 'NotAllowedError'
    ? new NotAllowedError(text)
    : new InputError(text);
}

function fieldsOf(causes: unknown, message: string): string[] {
  if (!Array.isArray(causes)) return [];
  return causes.flatMap((cause: unknown) => {
    if (typeof cause !== 'object' || cause === null) return [];
    const field: unknown = Reflect.get(cause, 'field');
    const why: unknown = Reflect.get(cause, 'message');
    if (typeof why !== 'string' || message.includes(why)) return [];
    const place = typeof field === 'string' ? placeOf(field) : '';
    return [place ? `${place}: ${why}` : why];
  });
}

/** As people write fields, whoever refused: `spec.users[0].name`. */
function placeOf(field: string): string {
  return field.startsWith('/') ? field : fieldOfPath(pathOfField(field));
}
