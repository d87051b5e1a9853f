import { createRequire } from 'node:module';
import { repoPath, repoRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * The addresses of the portal, read from its configuration by Backstage's own
 * loader. Needs the dependencies.
 *
 * @throws Problem when the configuration cannot be read
 */
export async function readPortalConfig(files) {
  const require = createRequire(new URL('package.json', repoRoot));
  const { ConfigSources } = require('@backstage/config-loader');
  const source = ConfigSources.default({
    rootDir: repoPath(),
    argv: files.flatMap(file => ['--config', file]),
    watch: false,
  });
  try {
    const config = await ConfigSources.toConfig(source);
    const portal = {
      appUrl: config.getString('app.baseUrl').replace(/\/$/, ''),
      backendUrl: config.getString('backend.baseUrl').replace(/\/$/, ''),
      listen: readListen(config),
      guest: config.has('auth.providers.guest'),
    };
    config.close();
    return portal;
  } catch (error) {
    throw new Problem(
      `The configuration cannot be read: ${oneLine(error.message)}.`,
    );
  }
}

function readListen(config) {
  const listen = config.getOptional('backend.listen');
  if (typeof listen === 'object') {
    return { port: Number(listen.port ?? 7007), host: listen.host };
  }
  const [, host, port] = /^(.*?):?(\d+)$/.exec(String(listen ?? '7007')) ?? [];
  return { port: Number(port ?? 7007), host: host || undefined };
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
}
