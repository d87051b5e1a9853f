import { formOf } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  handmadeSchemas,
  seedSchemas,
  sharedSchemas,
  type SchemaCase,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { percentile } from '../figures/percentiles';
import { aligned } from '../figures/table';

/** How long a schema takes to become a form. */
export interface FormTime {
  name: string;
  /** In a process that made no form before. */
  veryFirst?: number;
  /** The first of this schema, in a process that made others. */
  cold: number;
  /** Again, of a copy that nothing is remembered of. */
  medianMs: number;
}

const repetitions = 9;

/** Parsed schema in, form out; nothing is cached. */
export function measureForms(): FormTime[] {
  const cases = [...handmadeSchemas(), ...seedSchemas(), ...sharedSchemas()];
  const largest = [...cases]
    .sort((a, b) => sizeOf(b.schema) - sizeOf(a.schema))
    .slice(0, 1);
  const [veryFirst] = largest.map(timeOf);
  return cases
    .map(one => {
      const cold = timeOf(one);
      const again = Array.from({ length: repetitions }, () => timeOf(one));
      return {
        name: one.name,
        cold,
        medianMs: percentile(again, 0.5),
        ...(largest.includes(one) && { veryFirst }),
      };
    })
    .sort((a, b) => b.medianMs - a.medianMs);
}

function timeOf({ schema }: SchemaCase): number {
  const fresh = structuredClone(schema);
  const start = performance.now();
  formOf(fresh);
  return performance.now() - start;
}

/** How many values it is made of. */
function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, one) => sum + sizeOf(one), 1)
    : 1;
}

const header = ['schema', 'median', 'first of it', 'very first of all'];

/** As Markdown. */
export function formsTable(times: FormTime[]): string {
  const ms = (value: number | undefined) => value?.toFixed(1) ?? '';
  const rows = times
    .slice(0, 15)
    .map(({ name, medianMs, cold, veryFirst }) => [
      name,
      ms(medianMs),
      ms(cold),
      ms(veryFirst),
    ]);
  return [
    `The slowest of ${times.length} schemas, in ms`,
    '',
    aligned([header, ...rows]),
  ].join('\n');
}
