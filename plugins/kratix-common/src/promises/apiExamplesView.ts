import { stringify } from 'yaml';
import type { PromiseApi } from '../api';
import { requestSample, type SampleKind } from '../forms';

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
  const example = (kind: SampleKind) =>
    stringify(
      {
        apiVersion: `${api.group}/${api.version}`,
        kind: api.kind,
        metadata: { name: 'example', namespace: 'default' },
        ...requestSample(schema, kind),
      },
      { aliasDuplicateObjects: false },
    );
  return { minimal: example('minimal'), full: example('full') };
}
