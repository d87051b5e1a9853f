import type { createTemplateAction } from '@backstage/plugin-scaffolder-node';

const defaultTimeoutMinutes = 30;

type Zod = Parameters<
  Extract<
    NonNullable<
      NonNullable<
        Parameters<typeof createTemplateAction>[0]['schema']
      >['output']
    >,
    Record<string, unknown>
  >[string]
>[0];

/** How long to wait, as all steps that wait take it. @internal */
export const timeoutMinutes = (z: Zod) =>
  z
    .number()
    .positive()
    .optional()
    .describe(`Default: ${defaultTimeoutMinutes}`);

/** What all of them give. @internal */
export const waitOutput = {
  status: (z: Zod) => z.string().describe('Its state in the end'),
  explanation: (z: Zod) => z.string().describe('The state in a sentence'),
};

/** @internal */
export function timeoutMsOf(minutes = defaultTimeoutMinutes): number {
  return minutes * 60_000;
}
