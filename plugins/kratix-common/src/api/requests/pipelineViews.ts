import { z } from 'zod';

/** One pipeline of the current workflow, by `pipelines[]` and its Job. @public */
export const stepSchema = z.object({
  name: z.string(),
  phase: z.enum([
    'pending',
    'running',
    'succeeded',
    'failed',
    'suspended',
    'not-run',
    'unknown',
  ]),
  action: z.enum(['configure', 'delete']),
  message: z.string().optional(),
  attempts: z.number().optional(),
  nextRetryAt: z.string().optional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  containers: z.array(
    z.object({
      name: z.string(),
      image: z.string(),
      /** Kratix's own: reader, work-writer, status-writer. */
      own: z.boolean(),
      state: z.enum(['waiting', 'running', 'succeeded', 'failed', 'unknown']),
      exitCode: z.number().optional(),
      reason: z.string().optional(),
    }),
  ),
});

/** @public */
export type Step = z.infer<typeof stepSchema>;

/** One run: the Jobs from one start of the first step on. @public */
export const pipelineRunSchema = z.object({
  id: z.string(),
  action: z.enum(['configure', 'delete']),
  startedAt: z.string().optional(),
  /** The request's spec differed from that of the run before. */
  specChanged: z.boolean(),
  steps: z.array(stepSchema),
});

/** @public */
export type PipelineRun = z.infer<typeof pipelineRunSchema>;
