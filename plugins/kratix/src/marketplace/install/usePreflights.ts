import { useApi } from '@backstage/frontend-plugin-api';
import type { InstallMethod } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixApiRef,
  type KratixBrowserApi,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useEffect, useReducer, useRef } from 'react';
import { itemKey, type PlanItem, type PreflightRun } from './installPlan';
import { insteadOf } from './methods';

/** What the preflight of one Promise is asked. @internal */
export interface PreflightQuestion {
  item: PlanItem;
  platform: string;
  method: InstallMethod;
  /** The method may be another one where this is impossible. */
  free: boolean;
  /** The changed manifest, and a text that is equal for equal ones. */
  manifest?: { value: Record<string, unknown>; text: string };
}

function keyOf(question: PreflightQuestion, count: number): string {
  const { item, platform, method, free, manifest } = question;
  return JSON.stringify([
    platform,
    itemKey(item),
    method,
    free,
    manifest?.text,
    count,
  ]);
}

async function ask(
  api: KratixBrowserApi,
  question: PreflightQuestion,
  signal: AbortSignal,
): Promise<PreflightRun> {
  const { item, platform, method, free, manifest } = question;
  const ref = { source: item.source, entry: item.entry };
  const body = { platform, ...(manifest && { manifest: manifest.value }) };
  const report = await api.preflight(ref, { ...body, method }, { signal });
  const other = free ? insteadOf(method, report) : undefined;
  if (!other) return { state: 'done', report, method };
  const second = await api.preflight(
    ref,
    { ...body, method: other },
    { signal },
  );
  return { state: 'done', report: second, method: other };
}

/**
 * A preflight per question, each asked once until `count` grows. An answer to
 * what is not asked any more is not shown.
 *
 * @internal
 */
export function usePreflights(
  questions: readonly PreflightQuestion[],
  count: number,
): Record<string, PreflightRun> {
  const api = useApi(kratixApiRef);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const answers = useRef(new Map<string, PreflightRun>());
  const asked = useRef(questions);
  asked.current = questions;
  const keys = questions.map(one => keyOf(one, count));
  const all = keys.join('\n');

  const abort = useRef<AbortController>();
  useEffect(() => {
    const controller = new AbortController();
    const known = answers.current;
    abort.current = controller;
    return () => {
      controller.abort();
      known.clear();
    };
  }, []);

  useEffect(() => {
    for (const question of asked.current) {
      const key = keyOf(question, count);
      if (answers.current.has(key)) continue;
      const { signal } = abort.current ?? new AbortController();
      const answer = (run: PreflightRun) => {
        if (signal.aborted) return;
        answers.current.set(key, run);
        redraw();
      };
      answers.current.set(key, { state: 'running' });
      ask(api, question, signal).then(answer, (error: Error) =>
        answer({ state: 'failed', error }),
      );
    }
    redraw();
    // `all` stands for the questions.
  }, [api, all, count]);

  const runs: Record<string, PreflightRun> = {};
  questions.forEach((question, index) => {
    runs[itemKey(question.item)] = answers.current.get(keys[index]) ?? {
      state: 'running',
    };
  });
  return runs;
}
