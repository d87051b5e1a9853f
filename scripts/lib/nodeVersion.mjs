import { Problem } from './problem.mjs';

const supported = [20, 22, 24];

/** Pure: the sentence about a Node that will not do, undefined for one that will. */
export function nodeProblem(version) {
  const major = Number.parseInt(version.replace(/^v/, ''), 10);
  if (supported.includes(major)) {
    return undefined;
  }
  return `This portal runs on Node 20, 22 or 24, and this is Node ${version.replace(
    /^v/,
    '',
  )}: install one of those (for example from https://nodejs.org) and run the command again.`;
}

/** @throws Problem when the running Node will not do */
export function checkNode() {
  const problem = nodeProblem(process.versions.node);
  if (problem) {
    throw new Problem(problem);
  }
}
