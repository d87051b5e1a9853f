import { aligned } from '../figures/table';
import type { FoundApis } from './readApis';
import { verdictWord, type ReportRow } from './reportRow';

const header = [
  ...['file', 'API', 'form', 'YAML', 'notes', 'minimal', 'full', 'ms'],
];

/** The table, and below it what the words in it stand for. */
export function reportText(
  rows: ReportRow[],
  { unreadable, withoutApi }: Omit<FoundApis, 'apis'>,
  { verbose }: { verbose: boolean },
): string {
  const cells = rows.map(row => [
    row.file,
    row.api,
    `${row.shown}`,
    `${row.asYaml}`,
    `${row.notes.length}`,
    verdictWord(row.minimal),
    verdictWord(row.full),
    row.conversionMs.toFixed(1),
  ]);
  const parts = cells.length > 0 ? [aligned([header, ...cells], 2)] : [];
  for (const row of rows) {
    const lines = linesOf(row, verbose);
    if (lines.length > 0) {
      parts.push([`${row.file} ${row.api}`, ...lines].join('\n'));
    }
  }
  for (const file of withoutApi) {
    parts.push(`${file} takes no requests, so it has no form.`);
  }
  for (const { file, why } of unreadable) {
    parts.push(`${file} can’t be read: ${why}`);
  }
  return parts.join('\n\n');
}

function linesOf(row: ReportRow, verbose: boolean): string[] {
  const lines: string[] = [];
  const { minimal, full } = row;
  const saysTheSame =
    !minimal.accepted && !full.accepted && minimal.why === full.why;
  if (saysTheSame) {
    lines.push(`  requests: ${minimal.why}`);
  } else {
    if (!minimal.accepted) lines.push(`  minimal request: ${minimal.why}`);
    if (!full.accepted) lines.push(`  full request: ${full.why}`);
  }
  const notes = verbose
    ? row.notes.map(({ pointer, text }) => `${pointer || '/'} ${text}`)
    : row.mistakes;
  return [...lines, ...notes.map(note => `  ${note}`)];
}
