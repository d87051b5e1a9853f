import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpackChromium } from './unpackChromium';

/** A browser, and what its process needs around it. @internal */
export interface Chromium {
  executablePath: string;
  env: NodeJS.ProcessEnv;
}

const installed = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'Google Chrome',
];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * CHROMIUM_PATH where it is set, on Linux x64 the Chromium that comes with the
 * dependencies, else an installed one.
 *
 * @internal
 */
export function findChromium(): Chromium {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    return { executablePath: CHROMIUM_PATH, env: process.env };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return packagedChromium();
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const executablePath = [
    ...folders.flatMap(folder => installed.map(name => join(folder, name))),
    ...macApplications,
  ].find(path => existsSync(path));
  if (!executablePath) {
    throw new Error(
      'No Chromium or Chrome was found: install one, or set CHROMIUM_PATH to the executable',
    );
  }
  return { executablePath, env: process.env };
}

function packagedChromium(): Chromium {
  const { executablePath, fontsConf, libraries } = unpackChromium();
  const plain = { ...process.env, FONTCONFIG_FILE: fontsConf };
  if (starts(executablePath, plain)) {
    return { executablePath, env: plain };
  }
  // A machine without the libraries of a desktop: the package brings its own.
  // Not first, as they need not fit the ones a machine does have.
  const withLibraries = { ...plain, LD_LIBRARY_PATH: libraries };
  if (starts(executablePath, withLibraries)) {
    return { executablePath, env: withLibraries };
  }
  throw new Error(
    'The packaged Chromium does not start on this machine: set CHROMIUM_PATH to one that does',
  );
}

function starts(executablePath: string, env: NodeJS.ProcessEnv): boolean {
  return spawnSync(executablePath, ['--version'], { env }).status === 0;
}
