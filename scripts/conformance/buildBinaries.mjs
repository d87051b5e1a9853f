import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The Kubernetes release that the sandbox is compared with. */
export const KUBERNETES_VERSION = 'v1.34.4';
const ETCD_VERSION = 'v3.7.3';
const LEAST_GO = [1, 24];

/** The three programs that a control plane without nodes consists of. */
export const PROGRAMS = ['etcd', 'kube-apiserver', 'kube-controller-manager'];

async function goVersion() {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION']);
    const [, major, minor] = /go(\d+)\.(\d+)/.exec(stdout) ?? [];
    return major ? [Number(major), Number(minor)] : undefined;
  } catch {
    return undefined;
  }
}

function isTooOld([major, minor]) {
  return major < LEAST_GO[0] || (major === LEAST_GO[0] && minor < LEAST_GO[1]);
}

/**
 * k8s.io/kubernetes replaces its staging modules by folders of its own
 * repository, which a published module does not carry. The same code is
 * published as v0.<minor>.<patch>, so that is what we replace them by.
 */
async function kubernetesModule(folder) {
  const { stdout } = await run(
    'go',
    ['mod', 'download', '-json', `k8s.io/kubernetes@${KUBERNETES_VERSION}`],
    { cwd: folder, maxBuffer: 1e8 },
  );
  const goMod = await readFile(JSON.parse(stdout).GoMod, 'utf8');
  const published = KUBERNETES_VERSION.replace(/^v1/, 'v0');
  const replaces = [
    ...goMod.matchAll(/^\s*(k8s\.io\/[\w.-]+) => \.\/staging\//gm),
  ].map(([, name]) => `replace ${name} => ${name} ${published}`);
  return [
    'module conformance.invalid/kubernetes',
    /^go .*$/m.exec(goMod)?.[0] ?? 'go 1.24.0',
    `require k8s.io/kubernetes ${KUBERNETES_VERSION}`,
    ...replaces,
  ].join('\n');
}

function etcdModule() {
  return [
    'module conformance.invalid/etcd',
    'go 1.24.0',
    `require go.etcd.io/etcd/server/v3 ${ETCD_VERSION}`,
  ].join('\n');
}

async function build({ folder, module, packages, flags = [], log }) {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'go.mod'), `${await module()}\n`);
  for (const [name, importPath] of Object.entries(packages)) {
    log(`building ${name} (${importPath}); this takes minutes, once`);
    await run(
      'go',
      ['build', '-mod=mod', ...flags, '-o', path.join('..', name), importPath],
      {
        cwd: folder,
        maxBuffer: 1e8,
        env: { ...process.env, CGO_ENABLED: '0' },
      },
    );
  }
}

/**
 * Where the programs are: KUBEBUILDER_ASSETS, else the cache, else built
 * from their Go modules into the cache.
 *
 * @returns {Promise<{ folder: string } | { missing: string }>} a sentence in
 * `missing` where they can not be had on this machine
 */
export async function findBinaries({ cache, log }) {
  const given = process.env.KUBEBUILDER_ASSETS;
  if (given) {
    const absent = PROGRAMS.filter(one => !existsSync(path.join(given, one)));
    // A kubebuilder download has no controller manager; the rest still counts.
    if (absent.some(one => one !== 'kube-controller-manager')) {
      return { missing: `KUBEBUILDER_ASSETS has no ${absent.join(', ')}` };
    }
    return { folder: given };
  }
  const folder = path.join(cache, `kubernetes-${KUBERNETES_VERSION}`);
  if (PROGRAMS.every(one => existsSync(path.join(folder, one)))) {
    return { folder };
  }
  const version = await goVersion();
  if (!version) {
    return {
      missing:
        'KUBEBUILDER_ASSETS is not set, and Go is not installed to build a kube-apiserver',
    };
  }
  if (isTooOld(version)) {
    return {
      missing: `Go ${version.join(
        '.',
      )} is too old to build a kube-apiserver; ${LEAST_GO.join(
        '.',
      )} or newer is needed`,
    };
  }
  try {
    await buildAll(folder, log);
  } catch (error) {
    const said = (error.stderr ?? '').trim().split('\n').pop();
    const why = said || error.message;
    return { missing: `a kube-apiserver could not be built: ${why}` };
  }
  return { folder };
}

async function buildAll(folder, log) {
  // Built aside and moved at the end, so an interrupted build leaves nothing.
  const unfinished = `${folder}.unfinished`;
  await mkdir(unfinished, { recursive: true });
  await build({
    folder: path.join(unfinished, 'etcd.mod'),
    module: etcdModule,
    packages: { etcd: 'go.etcd.io/etcd/server/v3' },
    log,
  });
  const kubernetes = path.join(unfinished, 'kubernetes.mod');
  await mkdir(kubernetes, { recursive: true });
  await build({
    folder: kubernetes,
    module: () => kubernetesModule(unfinished),
    packages: {
      'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
      'kube-controller-manager':
        'k8s.io/kubernetes/cmd/kube-controller-manager',
    },
    // Without a version of its own the server says v0.0.0-master, which
    // kubectl can not parse.
    flags: [
      '-ldflags',
      `-s -w -X k8s.io/component-base/version.gitVersion=${KUBERNETES_VERSION} -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=34`,
    ],
    log,
  });
  await rm(path.join(unfinished, 'etcd.mod'), { recursive: true });
  await rm(kubernetes, { recursive: true });
  await rename(unfinished, folder);
}
