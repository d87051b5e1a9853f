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

const known = ['scenario', 'requests', 'recording', 'speed', 'port'];

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

/**
 * What `kratix.platforms.<id>.sandbox` says.
 *
 * @throws InputError naming the key
 * @internal
 */
export function readSandboxOptions(
  platform: string,
  config: Config,
): SandboxOptions {
  const sandbox = config.getConfig('sandbox');
  const key = `kratix.platforms.${platform}.sandbox`;
  const unknown = sandbox.keys().find(one => !known.includes(one));
  if (unknown !== undefined) {
    throw new InputError(`${key}.${unknown}: not known`);
  }
  if (sandbox.has('scenario') && sandbox.has('recording')) {
    throw new InputError(`${key}.recording: not together with 'scenario'`);
  }
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
    port: readWhole(sandbox, `${key}.port`, { to: 65_535 }),
    requests: readWhole(sandbox, `${key}.requests`),
  };
}

function readWhole(
  sandbox: Config,
  key: string,
  { to = Number.MAX_SAFE_INTEGER } = {},
): number | undefined {
  const name = key.slice(key.lastIndexOf('.') + 1);
  const value = sandbox.getOptionalNumber(name);
  if (value === undefined) return undefined;
  if (Number.isInteger(value) && value >= 0 && value <= to) return value;
  throw new InputError(`${key}: ${value} is no whole number that will do`);
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
              'The sandbox failed',
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
