import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  kratixConnectionKindServiceRef,
  type ConnectionKind,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { KubeConfig } from '@kubernetes/client-node';
import { resolve } from 'node:path';
import { readRecording, type Recording } from '../recordings';
import { scenarioNames, type ScenarioName } from '../scenarios';
import { createSandbox, type SandboxOptions } from './createSandbox';
import { refuseProduction } from './productionGuard';

function isScenario(name: string): name is ScenarioName {
  return scenarioNames.some(one => one === name);
}

function readRecordingFile(key: string, file: string): Recording {
  try {
    return readRecording(resolve(file));
  } catch (error) {
    throw new InputError(`${key}: ${file} can't be read as a recording`, error);
  }
}

/** What `kratix.platforms.<id>.sandbox` says. @internal */
export function readSandboxOptions(
  platform: string,
  config: Config,
): SandboxOptions {
  const sandbox = config.getConfig('sandbox');
  const key = `kratix.platforms.${platform}.sandbox`;
  const scenario = sandbox.getOptionalString('scenario') ?? 'busy';
  if (!isScenario(scenario)) {
    throw new InputError(
      `${key}.scenario: use one of ${scenarioNames.join(', ')}`,
    );
  }
  const speed = sandbox.getOptionalNumber('speed') ?? 1;
  if (!(speed > 0)) throw new InputError(`${key}.speed: must be above 0`);
  const file = sandbox.getOptionalString('recording');
  return {
    name: platform,
    ...(file && { recording: readRecordingFile(`${key}.recording`, file) }),
    scenario,
    speed,
    port: sandbox.getOptionalNumber('port'),
    requests: sandbox.getOptionalNumber('requests'),
  };
}

/**
 * The kind of connection behind `sandbox: {}` in a platform's configuration:
 * a sandbox of its own for each such platform, which lives as long as the
 * backend does.
 *
 * @internal
 */
export const sandboxConnectionFactory = createServiceFactory({
  service: kratixConnectionKindServiceRef,
  deps: { logger: coreServices.rootLogger },
  factory({ logger }): ConnectionKind {
    return {
      key: 'sandbox',
      async connect({ platform, config, rootConfig }) {
        refuseProduction({
          allowInProduction: rootConfig.getOptionalBoolean(
            'kratix.sandbox.allowInProduction',
          ),
        });
        const options = readSandboxOptions(platform, config);
        const log = logger.child({ platform });
        const sandbox = await createSandbox({
          ...options,
          onError: error =>
            log.error(
              'The sandbox failed to answer a call',
              error instanceof Error ? error : undefined,
            ),
        });
        log.info(
          `Platform ${platform} is a sandbox on ${sandbox.url}: nothing is ever delivered`,
        );
        const kubeConfig = new KubeConfig();
        kubeConfig.loadFromString(sandbox.portalKubeconfig);
        return { kubeConfig, sandbox: true, close: () => sandbox.close() };
      },
    };
  },
});
