import assert from 'node:assert/strict';
import test from 'node:test';
import {
  sumOf,
  tallyLine,
  tallyOfExit,
  tallyOfJest,
  tallyOfTap,
  verdict,
} from './tally.mjs';

test('parts add up to the last line', () => {
  const sum = sumOf([
    tallyOfExit(0),
    tallyOfExit(2),
    { passed: 40, failed: 3 },
  ]);
  assert.equal(tallyLine(sum), '41 passed, 4 failed');
});

test('a Jest file that does not load is a failure', () => {
  assert.deepEqual(
    tallyOfJest({
      numPassedTests: 10,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 1,
      numPendingTests: 2,
      numTodoTests: 0,
    }),
    { passed: 10, failed: 1, skipped: 2 },
  );
});

test('cancelled tests count as failed', () => {
  const tap = [
    '# tests 5',
    '# suites 0',
    '# pass 2',
    '# fail 1',
    '# cancelled 1',
    '# skipped 1',
    '# todo 0',
  ].join('\n');
  assert.deepEqual(tallyOfTap(tap), { passed: 2, failed: 2, skipped: 1 });
});

test('a run without a summary has no counts to give', () => {
  assert.throws(() => tallyOfTap('TAP version 13\nok 1 - one\n'));
});

test('a run that failed never looks like a success', () => {
  assert.equal(verdict(1, { passed: 9, failed: 0 }).failed, 1);
  assert.equal(verdict(124, undefined).failed, 1);
  assert.equal(verdict(1, { passed: 9, failed: 2 }).failed, 2);
  assert.equal(verdict(0, { passed: 9, failed: 0 }).failed, 0);
});
