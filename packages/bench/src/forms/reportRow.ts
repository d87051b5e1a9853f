import {
  formOf,
  formReportOf,
  type FormReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { FoundApi } from './readApis';
import type { Verdict, Verdicts } from './tryApi';

/** What is told of one API. */
export interface ReportRow extends FormReport, Verdicts {
  file: string;
  /** `kind.group/version` */
  api: string;
  promise?: string;
  /** What the author wrote that has no effect. */
  mistakes: string[];
  conversionMs: number;
}

/** `now` in milliseconds. */
export function reportRow(
  found: FoundApi,
  verdicts: Verdicts,
  now: () => number,
): ReportRow {
  const { api, hints, promise } = found;
  const startedAt = now();
  const form = formOf(api.schema, { hints, promise });
  const conversionMs = now() - startedAt;
  const report = formReportOf(form);
  const mistakes = report.notes
    .filter(({ level }) => level === 'author-mistake')
    .map(({ pointer, text }) => `${pointer} ${text}`);
  return {
    file: found.file,
    api: `${api.kind}.${api.group}/${api.version}`,
    ...(promise && { promise }),
    ...report,
    mistakes: found.problem ? [found.problem, ...mistakes] : mistakes,
    ...verdicts,
    conversionMs: Math.round(conversionMs * 10) / 10,
  };
}

/**
 * 0: all is well. 1: something that an author wrote is lost, or a request that
 * the schema should allow is refused. 2: something could not be read.
 */
export function severityOf(
  rows: ReportRow[],
  unreadable: unknown[],
): 0 | 1 | 2 {
  if (unreadable.length > 0) return 2;
  return rows.some(hasFault) ? 1 : 0;
}

function hasFault({ failed, mistakes, minimal, full }: ReportRow): boolean {
  return (
    failed ||
    mistakes.length > 0 ||
    minimal.accepted === false ||
    full.accepted === false
  );
}

/** A word for a cell. */
export function verdictWord({ accepted }: Verdict): string {
  if (accepted === undefined) return 'not asked';
  return accepted ? 'accepted' : 'refused';
}
