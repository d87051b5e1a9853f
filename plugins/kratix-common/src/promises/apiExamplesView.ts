import { stringify } from 'yaml';
import type { PromiseApi } from '../api';
import { requestSample, type SampleKind } from '../forms';
import { isRecord } from '../kube';
import { compileSchema } from '../schemas';

/**
 * Two requests to copy: with what is required alone, and with every field.
 * Values are the defaults where there are any, otherwise the simplest ones that
 * the schema allows; a pattern that nothing was found for is left for the
 * reader to fill in.
 *
 * @public
 */
export function apiExamplesView(
  api: PromiseApi,
  schema: unknown,
): { minimal: string; full: string } {
  const samples = samplesOf(schema);
  const example = (kind: SampleKind) =>
    stringify(
      {
        apiVersion: `${api.group}/${api.version}`,
        kind: api.kind,
        metadata: { name: 'example', namespace: 'default' },
        ...samples[kind],
      },
      { aliasDuplicateObjects: false },
    );
  return { minimal: example('minimal'), full: example('full') };
}

type Samples = Record<SampleKind, Record<string, unknown>>;

// Trying what a schema allows takes time, and its page is read often: some
// hundred milliseconds at most, once.
const mostWork = 100_000;
const known = new WeakMap<object, Samples>();

function samplesOf(schema: unknown): Samples {
  if (!isRecord(schema)) return { minimal: {}, full: {} };
  const found = known.get(schema);
  if (found) return found;
  const { check } = compileSchema(schema);
  const samples = {
    minimal: requestSample(schema, 'minimal', check, mostWork),
    full: requestSample(schema, 'full', check, mostWork),
  };
  known.set(schema, samples);
  return samples;
}
