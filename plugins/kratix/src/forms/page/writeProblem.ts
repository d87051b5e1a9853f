import {
  isRecord,
  pathOfField,
  type OpenApiSchema,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** What one field was refused for. @internal */
export interface FieldRefusal {
  path: ValuePath;
  /** As the platform spells the field. */
  field: string;
  message: string;
}

/** Why a write, or the rehearsal of one, did not go through. @internal */
export interface WriteProblem {
  kind: 'input' | 'forbidden' | 'conflict' | 'gone' | 'unreachable';
  /** The backend's own sentence. */
  message?: string;
  fields: FieldRefusal[];
}

const kinds: Record<number, WriteProblem['kind']> = {
  400: 'input',
  403: 'forbidden',
  404: 'gone',
  409: 'conflict',
  413: 'input',
  415: 'input',
  422: 'input',
};

/**
 * What the backend says in an error. Whatever is no answer about the request
 * itself counts as unreachable: nothing was decided. Pure and total.
 *
 * @internal
 */
export function writeProblem(
  error: unknown,
  schema?: OpenApiSchema,
): WriteProblem {
  const status =
    isRecord(error) || error instanceof Error
      ? numberOf(error, 'statusCode')
      : undefined;
  const kind = kinds[status ?? 0] ?? 'unreachable';
  const cause = memberOf(error, 'cause');
  const said = memberOf(cause, 'message');
  return {
    kind,
    message: typeof said === 'string' && said !== '' ? said : undefined,
    fields: kind === 'input' ? refusalsOf(cause, schema) : [],
  };
}

function refusalsOf(cause: unknown, schema?: OpenApiSchema): FieldRefusal[] {
  const causes = memberOf(cause, 'causes');
  if (!Array.isArray(causes)) return [];
  return causes.flatMap((one: unknown) => {
    const field = memberOf(one, 'field');
    const message = memberOf(one, 'message');
    if (typeof field !== 'string' || typeof message !== 'string') return [];
    // The backend's own parser speaks of the body that it got.
    const inObject = field.replace(/^object\.(?=.)/, '');
    return [{ path: placeOf(inObject, schema), field: inObject, message }];
  });
}

/** Kubernetes speaks of fields, our own patch of JSON pointers. */
function placeOf(field: string, schema?: OpenApiSchema): ValuePath {
  if (!field.startsWith('/')) return pathOfField(field, schema);
  return field
    .slice(1)
    .split('/')
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) || value instanceof Error
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function numberOf(value: unknown, name: string): number | undefined {
  const number = memberOf(value, name);
  return typeof number === 'number' ? number : undefined;
}
