import { runEntry } from './lib/runEntry.mjs';

await runEntry('packages/bench/src/describe/describe.ts');
