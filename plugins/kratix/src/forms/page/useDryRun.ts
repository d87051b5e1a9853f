import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { useEffect, useRef, useState } from 'react';
import type { DryRun } from './checks';
import { writeProblem, type WriteProblem } from './writeProblem';

/**
 * A rehearsal on the platform, as the person, each time the question changes. The
 * answer to an older question is not shown.
 *
 * @internal
 */
export function useDryRun(options: {
  rehearse: (signal: AbortSignal) => Promise<unknown>;
  question: string;
  schema?: OpenApiSchema;
  onProblem?: (problem: WriteProblem) => void;
}): DryRun {
  const latest = useRef(options);
  latest.current = options;
  const { question } = options;
  const [result, setResult] = useState<{ question: string; run: DryRun }>();
  useEffect(() => {
    const abort = new AbortController();
    const tell = (run: DryRun) => {
      if (!abort.signal.aborted) setResult({ question, run });
    };
    latest.current.rehearse(abort.signal).then(
      () => tell({ state: 'accepted' }),
      error => {
        const problem = writeProblem(error, latest.current.schema);
        tell({ state: 'refused', problem });
        if (!abort.signal.aborted) latest.current.onProblem?.(problem);
      },
    );
    return () => abort.abort();
  }, [question]);
  return result?.question === question ? result.run : { state: 'running' };
}
