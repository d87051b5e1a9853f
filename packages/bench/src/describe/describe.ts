import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  parseRecording,
  storyOf,
  tell,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';

const usage = `npm run describe -- FILE.ndjson[.gz]

Prints what the portal would have said over the time of a recording: one line
for each change of what is shown about a request, Promise or Destination.`;

async function main(args: string[]): Promise<number> {
  const [file, ...more] = args.filter(arg => arg !== '--');
  if (file === '--help' || file === '-h') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (!file || more.length > 0) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  // The person's own folder: the script runs from the repository.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    process.stderr.write(`Cannot read ${file}\n`);
    return 1;
  }
  try {
    const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const recording = parseRecording(
      (gzipped ? gunzipSync(bytes) : bytes).toString('utf8'),
    );
    for (const line of tell(recording, storyOf(recording))) {
      process.stdout.write(`${line}\n`);
    }
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown format';
    process.stderr.write(`${file} is no recording: ${reason}\n`);
    return 1;
  }
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
