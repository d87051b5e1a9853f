import { z } from 'zod';

const errorSchema = z
  .object({
    error: z.object({
      name: z.string(),
      message: z.string(),
      /** Of refused input: field paths with the platform's words. */
      causes: z
        .array(
          z.object({
            field: z.string().optional(),
            reason: z.string().optional(),
            message: z.string().optional(),
          }),
        )
        .optional(),
    }),
    response: z.object({ statusCode: z.number() }),
  })
  .meta({ id: 'Error' });

const refusals: Record<string, string> = {
  400: 'The input is not valid; the message says what to do',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not there, or not visible to this person',
  409: 'Changed meanwhile, or there already',
  413: 'The body is too large',
  415: 'The body is no JSON',
  429: 'Too many streams are open; close some, or come back later',
  503: 'The platform cannot be reached',
};

/** Refusals that an operation may answer with. @internal */
export const errors = (...codes: number[]) =>
  Object.fromEntries(
    codes.map(code => [
      code,
      {
        description: refusals[code],
        content: { 'application/json': { schema: errorSchema } },
      },
    ]),
  );

/** An answer as JSON. @internal */
export const answer = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A body as JSON. @internal */
export const body = (schema: z.ZodType) => ({
  required: true,
  content: { 'application/json': { schema } },
});
