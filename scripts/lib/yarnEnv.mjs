/**
 * Pure: what somebody set npm to, from the text of `npm config list`, which
 * leaves npm's defaults out. Later sections are the weaker ones.
 */
export function npmSettings(list) {
  const read = key =>
    new RegExp(`^${key} = "?([^"\\n]+)"?$`, 'm').exec(list)?.[1]?.trim();
  return { registry: read('registry'), cafile: read('cafile') };
}

/**
 * Pure: the environment for Yarn. Yarn reads neither npm's configuration nor
 * the usual proxy variables, so what npm knows is handed on, unless Yarn was
 * told otherwise. Which headers to compile against is decided before.
 */
export function yarnEnv({ env, headersPrefix, npm }) {
  const additions = {
    YARN_IGNORE_PATH: '1',
    YARN_HTTP_PROXY: env.HTTP_PROXY ?? env.http_proxy,
    YARN_HTTPS_PROXY: env.HTTPS_PROXY ?? env.https_proxy,
    YARN_NPM_REGISTRY_SERVER: npm.registry?.replace(/\/$/, ''),
    YARN_HTTPS_CA_FILE_PATH: npm.cafile,
  };
  const given = Object.entries(additions).filter(
    ([name, value]) => value && !env[name],
  );
  const { npm_config_nodedir: _, ...others } = env;
  return {
    ...others,
    ...Object.fromEntries(given),
    ...(headersPrefix && { npm_config_nodedir: headersPrefix }),
  };
}
