import { KubeConfig } from '@kubernetes/client-node';
import { parseArgs } from 'node:util';
import type { KubeTarget } from '../testing';
import { runBehaviours } from './runBehaviours';
import { createWorld } from './world';

function targetOf(file: string, context: string): KubeTarget {
  const config = new KubeConfig();
  config.loadFromFile(file);
  config.setCurrentContext(context);
  const cluster = config.getCurrentCluster();
  if (!cluster) throw new Error(`${file} has no context ${context}`);
  return {
    url: cluster.server,
    ca: Buffer.from(cluster.caData ?? '', 'base64').toString(),
    token: config.getCurrentUser()?.token,
  };
}

/** Asks the behaviours of the API server in a kubeconfig. */
async function main() {
  const { values } = parseArgs({
    options: {
      kubeconfig: { type: 'string' },
      'without-controllers': { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const file = values.kubeconfig;
  if (!file) throw new Error('--kubeconfig FILE is needed');
  const world = await createWorld({
    admin: targetOf(file, 'admin'),
    jane: targetOf(file, 'jane'),
  });
  const { passed, failed, leftOut } = await runBehaviours(world, {
    hasControllers: !values['without-controllers'],
    only: values.only,
    onResult({ behaviour, error }) {
      console.log(`${error ? 'FAILED' : 'ok    '} ${behaviour.name}`);
      if (error) console.log(error.message.replace(/^/gm, '         '));
    },
  });
  if (leftOut > 0) {
    console.log(`${leftOut} left out: there is no kube-controller-manager.`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
