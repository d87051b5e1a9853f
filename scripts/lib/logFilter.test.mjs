import assert from 'node:assert/strict';
import test from 'node:test';
import { createLogFilter } from './logFilter.mjs';

const escape = String.fromCharCode(27);
const info = `${escape}[2m2026-01-01T00:00:00.000Z${escape}[22m catalog ${escape}[32minfo${escape}[39m All is well`;
const error = '2026-01-01T00:00:00.000Z catalog error It broke';

test('information stays in the file, errors show with their lines', () => {
  const isShown = createLogFilter();
  const lines = [info, '  of no interest', error, '    at here', info];
  assert.deepEqual(lines.map(isShown), [false, false, true, true, false]);
});

test('what is not in the log format shows', () => {
  const isShown = createLogFilter();
  assert.equal(isShown('Error: Cannot find module'), true);
});
