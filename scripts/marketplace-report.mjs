import { runEntry } from './lib/runEntry.mjs';

await runEntry('packages/bench/src/marketplace/marketplaceReport.ts');
