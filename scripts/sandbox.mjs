import { runEntry } from './lib/runEntry.mjs';

await runEntry('plugins/kratix-backend-module-sandbox/src/cli/sandbox.ts');
