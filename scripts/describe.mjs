import { runEntry } from './lib/runEntry.mjs';

await runEntry('plugins/kratix-common/src/cli/describe.ts');
