import assert from 'node:assert/strict';
import test from 'node:test';
import { installProblem } from './installProblem.mjs';

const situations = [
  [
    'no network',
    ['RequestError: getaddrinfo ENOTFOUND registry.example'],
    /registry cannot be reached/,
  ],
  [
    'a proxy that refuses',
    ['connect ECONNREFUSED 10.0.0.1:3128'],
    /registry cannot be reached/,
  ],
  ['a refused token', ['npm error code E401'], /registry refused/],
  [
    'a lock file that does not fit',
    ['YN0028: The lockfile would have been modified'],
    /yarn\.lock does not fit/,
  ],
  ['a full disk', ['ENOSPC: no space left on device'], /disk is full/],
  [
    'no make',
    ['YN0009', 'gyp ERR! stack Error: not found: make'],
    /install Python 3, make and a C\+\+ compiler/,
  ],
  [
    'no C++ compiler, after the download of a binary failed too',
    ['YN0009', 'ECONNREFUSED\nmake: g++: No such file\n`make` failed'],
    /install Python 3, make and a C\+\+ compiler/,
  ],
  [
    'no headers',
    ['YN0009', 'gyp ERR! getaddrinfo ENOTFOUND nodejs.org'],
    /headers of this Node/,
  ],
  ['anything else', ['out of luck'], /the lines above say why/],
];

for (const [situation, args, expected] of situations) {
  test(`${situation} ends in one sentence on what to do`, () => {
    const problem = installProblem(...args);
    assert.match(problem, expected);
    assert.ok(!problem.includes('\n'));
    assert.match(problem, /again\.$|commit the changed yarn\.lock\.$/);
  });
}
