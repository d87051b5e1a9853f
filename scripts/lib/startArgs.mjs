import { basename, isAbsolute, resolve } from 'node:path';
import { Problem } from './problem.mjs';

export const startHelp = `npm start [-- options]

  --config FILE     settings on top of app-config.yaml; may be repeated
  --empty-sandbox   begin with platforms that have nothing on them
  --verbose         the whole log of the backend, not warnings alone
  --help            this text`;

const flags = new Map([
  ['--empty-sandbox', 'emptySandbox'],
  ['--verbose', 'verbose'],
  ['--help', 'help'],
  ['-h', 'help'],
]);

/**
 * Pure: `{ config, emptySandbox, verbose, help }` of the arguments after `npm start --`.
 *
 * @throws Problem for an option that does not exist
 */
export function parseStartArgs(argv) {
  const options = {
    config: [],
    emptySandbox: false,
    verbose: false,
    help: false,
  };
  const rest = [...argv];
  while (rest.length > 0) {
    const [name, inline] = rest.shift().split(/=(.*)/s);
    if (name === '--config') {
      const value = inline ?? rest.shift();
      if (!value) {
        throw new Problem('--config needs the name of a file after it.');
      }
      options.config.push(value);
    } else if (flags.has(name) && inline === undefined) {
      options[flags.get(name)] = true;
    } else {
      throw new Problem(
        `npm start does not know ${name}: use --config FILE, --empty-sandbox, --verbose or --help.`,
      );
    }
  }
  return options;
}

/**
 * Pure: the files to load, later ones winning. Yours go on top of
 * app-config.yaml, so that a few lines are enough; naming app-config.yaml
 * yourself gives exactly the files you named.
 *
 * @throws Problem for a file that is not there
 */
export function configFiles(options, { root, cwd, exists }) {
  const given = options.config.map(target =>
    /^https?:\/\//.test(target) || isAbsolute(target)
      ? target
      : resolve(cwd, target),
  );
  for (const target of given) {
    if (!/^https?:\/\//.test(target) && !exists(target)) {
      throw new Problem(
        `There is no file ${target}: check the path after --config.`,
      );
    }
  }
  const own = given.some(target => basename(target) === 'app-config.yaml');
  const local = resolve(root, 'app-config.local.yaml');
  return [
    ...(own ? [] : [resolve(root, 'app-config.yaml')]),
    ...(!own && exists(local) ? [local] : []),
    ...given,
    ...(options.emptySandbox
      ? [resolve(root, 'app-config.empty-sandbox.yaml')]
      : []),
  ];
}
