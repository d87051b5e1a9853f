import {
  findBinaries,
  KUBERNETES_VERSION,
} from './conformance/buildBinaries.mjs';
import { startRealControlPlane } from './conformance/realControlPlane.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { repoPath } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { runTs } from './lib/runTs.mjs';

const log = text => console.log(`conformance: ${text}`);

// The behaviours that the sandbox is tested with in npm test, asked of a real
// kube-apiserver. Where it cannot run here it says why, and fails nothing.
await runMain(async args => {
  const binaries = await findBinaries({
    cache: repoPath('.cache/conformance'),
    log,
  });
  if (binaries.missing) {
    log(`did not run: ${binaries.missing}.`);
    console.log('0 passed, 0 failed');
    return 0;
  }
  await ensureInstalled();
  log(
    `starting etcd and kube-apiserver (${
      process.env.KUBEBUILDER_ASSETS
        ? 'from KUBEBUILDER_ASSETS'
        : KUBERNETES_VERSION
    })`,
  );
  const real = await startRealControlPlane(binaries.folder);
  const stop = () => real.stop().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await runTs(
      'plugins/kratix-backend-module-sandbox/src/conformance/cli.ts',
      [
        '--kubeconfig',
        real.kubeconfig,
        ...(real.hasControllers ? [] : ['--without-controllers']),
        ...args,
      ],
    );
  } finally {
    await real.stop();
  }
});
