import { InputError } from '@backstage/errors';
import { RefusedInputError } from '@kratix-portal/backstage-plugin-kratix-common';
import type { z } from 'zod';

/**
 * What a person sent, as the contract wants it.
 *
 * @throws InputError (400) with a sentence that names every field in error
 * @internal
 */
export function parseInput<T extends z.ZodType>(
  schema: T,
  given: unknown,
): z.output<T> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const causes = parsed.error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    message,
  }));
  const sentences = causes.map(({ field, message }) =>
    field ? `${field}: ${message}` : message,
  );
  if (sentences.length === 0) throw new InputError('The input is not valid');
  throw new RefusedInputError(sentences.join('; '), causes);
}
