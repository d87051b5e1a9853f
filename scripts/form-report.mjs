import { runEntry } from './lib/runEntry.mjs';

await runEntry('packages/bench/src/forms/formReport.ts');
