/** The last line of every test command, which .ci/run adds up. */
export function tallyLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** Pure: the sum of several `{ passed, failed }`. */
export function sumOf(tallies) {
  return tallies.reduce(
    (sum, { passed, failed }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
    }),
    { passed: 0, failed: 0 },
  );
}

/** Pure: a check that has no cases of its own counts as one. */
export function tallyOfExit(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Pure: Jest's `--json` result. A file that did not even load has no failed
 * tests in it, so it counts itself.
 */
export function tallyOfJest(result) {
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** Pure: the summary at the end of what node:test's tap reporter wrote. */
export function tallyOfTap(tap) {
  const read = what =>
    Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(tap)?.[1] ?? NaN);
  const tally = {
    passed: read('pass'),
    failed: read('fail') + read('cancelled'),
    skipped: read('skipped') + read('todo'),
  };
  if (Object.values(tally).some(Number.isNaN)) {
    throw new Error('The test run ended without a summary');
  }
  return tally;
}

/**
 * Pure: a run's exit code and its counts as one verdict. A run that failed or
 * left no counts never looks like a success.
 */
export function verdict(code, counted) {
  const tally = counted ?? { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
