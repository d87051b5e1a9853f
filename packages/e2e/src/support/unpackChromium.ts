import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { repoPath } from './paths';

const script = `
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
`;

/**
 * Unpacks the packaged Chromium into the cache folder, once.
 *
 * The package itself would unpack into the temporary folder under a fixed name
 * and trust whatever is there already, a half-written file of another process
 * included; so it is given a temporary folder of its own, renamed when whole.
 *
 * @internal
 */
export function unpackChromium() {
  const home = repoPath('.cache/chromium');
  if (!existsSync(home)) {
    mkdirSync(repoPath('.cache'), { recursive: true });
    const folder = mkdtempSync(`${home}-`);
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script],
      {
        cwd: repoPath('packages/e2e'),
        encoding: 'utf8',
        env: {
          ...process.env,
          TMPDIR: folder,
          // The package unpacks its shared libraries only where it believes to
          // be on the platform that lacks them.
          AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
        },
      },
    );
    if (status !== 0) {
      rmSync(folder, { recursive: true, force: true });
      throw new Error(`Chromium could not be unpacked: ${stderr}`);
    }
    writeFileSync(join(folder, 'fonts.conf'), fontsConf(home));
    renameSync(folder, home);
  }
  return {
    executablePath: join(home, 'chromium'),
    fontsConf: join(home, 'fonts.conf'),
    libraries: join(home, 'al2023', 'lib'),
  };
}

// The package's own file names /tmp/fonts, where we did not unpack. Without any
// font text has no size, and whatever looks for it finds nothing visible.
function fontsConf(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
