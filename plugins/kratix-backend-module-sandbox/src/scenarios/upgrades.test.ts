import { comparePromises } from '@kratix-portal/backstage-plugin-kratix-common';
import { packagedPromise } from '../packaged';
import { readScenario } from './scenarioFile';

/** What an upgrade of each older Promise of a scenario would change. */
function upgradesIn(scenario: string): Record<string, string[]> {
  const older = readScenario(scenario)
    .timeline.flatMap(({ promises = [] }) => promises)
    .filter(({ version }) => version);
  return Object.fromEntries(
    older.map(entry => {
      const before = packagedPromise(entry);
      const after = packagedPromise({ file: entry.file });
      const { api, other } = comparePromises(before, after);
      const told = api.map(
        ({ kind, path, breaking }) =>
          `${kind} ${path}${breaking ? ' (breaks)' : ''}`,
      );
      const beside = new Set(other.map(({ about }) => about));
      return [entry.file, [...told, ...beside]];
    }),
  );
}

it('an upgrade of older Promises says what it changes', () => {
  expect(upgradesIn('busy')).toMatchInlineSnapshot(`
    {
      "postgresql": [
        "field-added spec.extensions",
        "field-added spec.parameters",
        "image",
      ],
      "static-site": [
        "field-removed spec.analytics (breaks)",
        "pattern-changed spec.source.repository (breaks)",
        "field-added spec.compression",
        "image",
      ],
    }
  `);
});
