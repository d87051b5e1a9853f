import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { repoPath } from './lib/paths.mjs';

const plugins = readdirSync(repoPath('plugins'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => ({
    name,
    manifest: JSON.parse(read(`plugins/${name}/package.json`)),
    has: file => existsSync(repoPath(`plugins/${name}/${file}`)),
  }));

test('the lock file installs from whichever registry one has', () => {
  const addresses = read('yarn.lock').match(
    /.*(?:https?:\/\/|__archiveUrl).*/g,
  );
  assert.deepEqual(addresses ?? [], []);
});

test('no file names a place on the machine it was written on', t => {
  const files = trackedFiles();
  if (!files) {
    t.skip('this is no Git checkout, so what belongs to it is not known');
    return;
  }
  // Where work happens: the checkout itself, homes and folders made for a run.
  // An example in a text may say /home/me.
  const checkout = repoPath().replace(/[\\/]$/, '');
  const machine =
    /\/(?:home|Users)\/(?!me\b)[\w.-]+\/|\/root\/|\/tmp\/[\w.-]*\d/;
  const found = files.flatMap(file =>
    read(file)
      .split('\n')
      .filter(line => line.includes(`${checkout}/`) || machine.test(line))
      .map(line => `${file}: ${line.trim().slice(0, 100)}`),
  );
  assert.deepEqual(found, []);
});

test('links between documents lead somewhere', t => {
  const files = trackedFiles();
  if (!files) {
    t.skip('this is no Git checkout, so what belongs to it is not known');
    return;
  }
  const anchorsIn = file =>
    read(file)
      .split('\n')
      .filter(line => /^#+ /.test(line))
      .map(line =>
        line
          .replace(/^#+ /, '')
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replace(/\s/g, '-'),
      );
  const broken = files
    .filter(file => file.endsWith('.md') && !file.includes('/marketplace/'))
    .flatMap(file =>
      [...read(file).matchAll(/\]\((?!\w+:)([^)\s]*)\)/g)]
        .map(([, link]) => link)
        .filter(link => {
          const [path, anchor] = link.split('#');
          const target = path ? posix.join(posix.dirname(file), path) : file;
          if (!existsSync(repoPath(target))) return true;
          return anchor ? !anchorsIn(target).includes(anchor) : false;
        })
        .map(link => `${file}: ${link}`),
    );
  assert.deepEqual(broken, []);
});

for (const { name, manifest, has } of plugins) {
  test(`${name} can be published and found`, () => {
    assert.match(manifest.name, /^@kratix-portal\/backstage-plugin-/);
    assert.equal(manifest.license, 'Apache-2.0');
    assert.ok(manifest.description, 'a description');
    assert.equal(manifest.repository?.directory, `plugins/${name}`);
    assert.equal(manifest.publishConfig?.access, 'public');
    assert.ok(has('README.md'), 'a README');
    // What is installed from a registry comes without this repository.
    assert.equal(read(`plugins/${name}/LICENSE`), read('LICENSE'));
    assert.ok(read(`plugins/${name}/README.md`).includes(manifest.name));
    assert.ok(
      read(`plugins/${name}/catalog-info.yaml`).includes(manifest.name),
    );
    for (const file of manifest.files.filter(one => one !== 'dist')) {
      assert.ok(has(file), `${file}, which is to be published`);
    }
  });

  test(`${name} asks for what it uses and for nothing else`, () => {
    const asked = Object.keys(manifest.dependencies);
    const peers = Object.keys(manifest.peerDependencies ?? {});
    const used = packagesUsedBy(`plugins/${name}/src`);
    assert.deepEqual(
      asked.filter(one => !used.has(one)),
      [],
      'these are used by no file that is published',
    );
    assert.deepEqual(
      peers.filter(one => asked.includes(one)),
      [],
      'these have to be the same in the whole app',
    );
  });

  test(`${name} says what its interface is, without a warning`, () => {
    // What is for tests is made of the package's other types, which its report
    // can only warn about.
    const reports = readdirSync(repoPath(`plugins/${name}`)).filter(
      file => /^report.*\.api\.md$/.test(file) && !file.includes('testUtils'),
    );
    assert.ok(reports.includes('report.api.md'), 'a report');
    for (const report of reports) {
      const warnings = read(`plugins/${name}/${report}`).match(/Warning: .*/g);
      assert.deepEqual(warnings ?? [], []);
    }
  });

  test(`${name} publishes its configuration's schema, where it has one`, () => {
    const wanted = has('config.d.ts') ? 'config.d.ts' : undefined;
    assert.equal(manifest.configSchema, wanted);
    assert.equal(manifest.files.includes('config.d.ts'), Boolean(wanted));
  });
}

function read(file) {
  return readFileSync(repoPath(file), 'utf8');
}

/** What the sources import but for tests; that it is declared is lint's to see. */
function packagesUsedBy(folder) {
  const statement =
    /(?:\bfrom|^import|\bimport\(|\brequire(?:\.resolve)?\()\s*'([@\w][\w@./-]*)'/gm;
  const sources = readdirSync(repoPath(folder), { recursive: true }).filter(
    file =>
      /\.tsx?$/.test(file) && !/\.test\.|__testUtils__|setupTests/.test(file),
  );
  const modules = sources.flatMap(file =>
    [...read(`${folder}/${file}`).matchAll(statement)].map(([, name]) => name),
  );
  return new Set(
    modules.map(name =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
}

/** Text files that Git follows, except the lock file; undefined without Git. */
function trackedFiles() {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], {
      cwd: repoPath(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed
      .split('\0')
      .filter(file => file && existsSync(repoPath(file)))
      .filter(file => !/\.(?:png|gz|ico|woff2?)$|^yarn\.lock$/.test(file));
  } catch {
    return undefined;
  }
}
