const network =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|socket hang up|network|Proxy/i;
const compiler =
  /not found: make|make: (command )?not found|g\+\+: (command )?not found|c\+\+: (command )?not found|cc1plus|find Python|No Xcode|xcode-select|could not find any Visual Studio|`make` failed|CXX\(target\)/i;

/**
 * Pure: what a failed installation asks of the person, as one sentence.
 * `output` is what npm or Yarn printed, `buildLog` the log of a package that
 * could not be built.
 */
export function installProblem(output, buildLog = '') {
  if (/ENOSPC/.test(output + buildLog)) {
    return 'The disk is full: the dependencies need about 2 GB, so free some space and run the command again.';
  }
  if (/YN0028/.test(output)) {
    return 'yarn.lock does not fit the package.json files: run the command once outside CI (without CI=true) and commit the changed yarn.lock.';
  }
  if (buildLog) {
    return compiler.test(buildLog) || !network.test(buildLog)
      ? 'better-sqlite3 could not be compiled: install Python 3, make and a C++ compiler (Debian and Ubuntu: apt-get install python3 make g++; macOS: xcode-select --install) and run the command again.'
      : 'The headers of this Node could not be downloaded to compile better-sqlite3: install a Node that brings its headers (the archives of nodejs.org do), or connect to the network, and run the command again.';
  }
  if (/YN0035|E401|E403|authentication/i.test(output)) {
    return 'The package registry refused: check the registry and the credentials in your npm and Yarn configuration and run the command again.';
  }
  if (network.test(output)) {
    return 'The package registry cannot be reached: check the network (and HTTPS_PROXY, where a proxy is needed) and run the command again.';
  }
  return 'The dependencies could not be installed: the lines above say why; mend that and run the command again.';
}
