import assert from 'node:assert/strict';
import test from 'node:test';
import { npmSettings, yarnEnv } from './yarnEnv.mjs';

const list = `; "user" config from /home/me/.npmrc

audit = false
registry = "http://mirror.example:4873/"
cafile = "/etc/ca.pem"
`;

test("what npm was set to is read, npm's defaults are not", () => {
  assert.deepEqual(npmSettings(list), {
    registry: 'http://mirror.example:4873/',
    cafile: '/etc/ca.pem',
  });
  assert.deepEqual(npmSettings('audit = false\n'), {
    registry: undefined,
    cafile: undefined,
  });
});

test('Yarn is told what npm knows', () => {
  const env = yarnEnv({
    env: { PATH: '/bin', HTTPS_PROXY: 'http://proxy:3128' },
    headersPrefix: '/opt/node',
    npm: npmSettings(list),
  });
  assert.equal(env.PATH, '/bin');
  assert.equal(env.YARN_NPM_REGISTRY_SERVER, 'http://mirror.example:4873');
  assert.equal(env.YARN_HTTPS_CA_FILE_PATH, '/etc/ca.pem');
  assert.equal(env.YARN_HTTPS_PROXY, 'http://proxy:3128');
  assert.equal(env.npm_config_nodedir, '/opt/node');
});

test('what Yarn was told already stays', () => {
  const env = yarnEnv({
    env: { YARN_NPM_REGISTRY_SERVER: 'http://mine' },
    headersPrefix: '/opt/node',
    npm: npmSettings(list),
  });
  assert.equal(env.YARN_NPM_REGISTRY_SERVER, 'http://mine');
});

test('headers of another Node are not handed on', () => {
  const told = headersPrefix =>
    yarnEnv({ env: { npm_config_nodedir: '/other' }, headersPrefix, npm: {} });
  assert.equal(told('/opt/node').npm_config_nodedir, '/opt/node');
  assert.equal('npm_config_nodedir' in told(undefined), false);
});

test('what nobody knows is not set at all', () => {
  const env = yarnEnv({ env: {}, headersPrefix: undefined, npm: {} });
  assert.deepEqual(env, { YARN_IGNORE_PATH: '1' });
});
