import { ensureInstalled } from './lib/install.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { sumOf, tallyLine } from './lib/tally.mjs';
import { testParts } from './lib/testParts.mjs';

await runMain(async names => {
  const parts = selectParts(names);
  await ensureInstalled();
  const tallies = [];
  for (const part of parts) {
    console.log(`\n── ${part.title} ──`);
    const startedAt = Date.now();
    const tally = await part.run();
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    tallies.push({ ...part, ...tally, seconds });
  }
  console.log('');
  for (const { title, passed, failed, skipped = 0, seconds } of tallies) {
    const also = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(
      `${title}: ${tallyLine({ passed, failed })}${also} (${seconds} s)`,
    );
  }
  const sum = sumOf(tallies);
  console.log(tallyLine(sum));
  return sum.failed > 0 ? 1 : 0;
});

/** All parts, or those named after `npm test --`, in their usual order. */
function selectParts(names) {
  const known = testParts.map(({ name }) => name);
  const unknown = names.find(name => !known.includes(name));
  if (unknown) {
    throw new Problem(
      `npm test does not know the part ${unknown}: name some of ${known.join(
        ', ',
      )}, or none for all.`,
    );
  }
  return testParts.filter(
    ({ name }) => names.length === 0 || names.includes(name),
  );
}
