import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeProblem } from './nodeVersion.mjs';

for (const version of ['20.9.0', 'v20.20.2', '22.0.0', '24.11.1']) {
  test(`Node ${version} will do`, () => {
    assert.equal(nodeProblem(version), undefined);
  });
}

for (const version of ['18.20.4', '21.7.0', '23.1.0', '25.0.0', 'v26.0.0']) {
  test(`Node ${version} is refused in one sentence`, () => {
    const problem = nodeProblem(version);
    assert.match(problem, /20, 22 or 24/);
    assert.ok(problem.includes(version.replace('v', '')));
    assert.ok(!problem.includes('\n'));
  });
}
