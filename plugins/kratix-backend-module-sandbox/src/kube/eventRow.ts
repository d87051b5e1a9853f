import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PrinterColumn } from '../store';
import { shortDuration } from './age';

interface EventParts {
  type?: string;
  reason?: string;
  message?: string;
  lastTimestamp?: string;
  eventTime?: string;
  series?: { lastObservedTime?: string };
  involvedObject?: { kind?: string; name?: string };
}

/** Computed columns; their JSONPaths lead nowhere. @internal */
export const eventColumns: PrinterColumn[] = [
  'Last Seen',
  'Type',
  'Reason',
  'Object',
  'Message',
].map(name => ({ name, type: 'string', jsonPath: '' }));

/** An Event as `kubectl get events` prints it, whichever way it was written. @internal */
export function eventCells(event: KubeObject, now: Date): string[] {
  const { type, reason, message, involvedObject, ...times }: EventParts =
    event as EventParts;
  const seen = Date.parse(
    times.series?.lastObservedTime ??
      times.lastTimestamp ??
      times.eventTime ??
      event.metadata.creationTimestamp ??
      '',
  );
  const { kind = '', name = '' } = involvedObject ?? {};
  return [
    Number.isNaN(seen) ? '<unknown>' : shortDuration(now.getTime() - seen),
    type ?? '',
    reason ?? '',
    `${kind.toLocaleLowerCase('en-US')}/${name}`,
    message ?? '',
  ];
}
