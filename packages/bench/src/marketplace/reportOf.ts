import type {
  MarketplaceFinding,
  MarketplaceListing,
  MarketplaceReading,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aligned } from '../figures/table';

/** What a command prints and how it ends. */
export interface Report {
  text: string;
  /** 0: nothing worse than notes; 1: warnings; 2: something is broken. */
  exitCode: 0 | 1 | 2;
}

const columns = ['entry', 'Promise', 'version', 'API', 'requires', 'examples'];

const severities: MarketplaceFinding['severity'][] = [
  'broken',
  'warning',
  'note',
];

/** The listings as the reader sees them, and below what it found odd. */
export function reportOf(reading: MarketplaceReading): Report {
  const { listings } = reading;
  const findings = [
    ...reading.findings,
    ...listings.flatMap(one => one.findings),
  ].sort(bySeverity);
  const counts = [
    `${listings.length} listings`,
    ...severities.map(severity => {
      const count = findings.filter(one => one.severity === severity).length;
      return `${count} ${severity}`;
    }),
  ];
  return {
    text: [
      aligned([columns, ...listings.map(rowOf)], columns.length),
      ...(findings.length > 0 ? ['', ...findings.map(lineOf)] : []),
      '',
      counts.join(', '),
    ]
      .map(printable)
      .join('\n'),
    exitCode: exitCodeOf(findings),
  };
}

/** Texts of strangers must not steer the terminal that shows them. */
function printable(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, '\uFFFD');
}

function bySeverity(a: MarketplaceFinding, b: MarketplaceFinding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

function rowOf(listing: MarketplaceListing): string[] {
  const { entry, name, version = '–', api, requires, examples } = listing;
  return [
    entry,
    name,
    version,
    api ? `${api.kind} (${api.group}/${api.version})` : 'none',
    requires
      .map(one => [one.name, one.version].filter(Boolean).join(' '))
      .join(', ') || '–',
    String(examples.length),
  ];
}

function lineOf({ severity, path, line, text }: MarketplaceFinding): string {
  const place = line === undefined ? path : `${path}:${line}`;
  return `${severity.padEnd(7)} ${place}  ${text}`;
}

function exitCodeOf(findings: MarketplaceFinding[]): Report['exitCode'] {
  if (findings.some(({ severity }) => severity === 'broken')) return 2;
  return findings.some(({ severity }) => severity === 'warning') ? 1 : 0;
}
