import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { builtInConnections } from '../connections';
import { declaredKeys, innermostKeys, recordingConfig } from '../testing';
import { readPlatforms } from './readPlatforms';
import { readSettings } from './readSettings';

const keys = [...builtInConnections.map(kind => kind.key), 'sandbox'];
const platformsOf = (platforms: object) =>
  readPlatforms(new ConfigReader({ kratix: { platforms } }), keys);
const settingsOf = (kratix: object) =>
  readSettings(new ConfigReader({ kratix }));

describe('readPlatforms', () => {
  it('reads nothing where nothing is configured', () => {
    expect(readPlatforms(new ConfigReader({}), keys)).toEqual([]);
  });

  it('reads what is given and fills in the rest', () => {
    expect(
      platformsOf({
        'eu-1': { inCluster: {} },
        us: {
          title: 'United States',
          owner: 'group:default/platform',
          identity: 'impersonation',
          url: 'https://k8s.example.org',
          token: 'x',
        },
      }),
    ).toMatchObject([
      {
        id: 'eu-1',
        title: 'eu-1',
        identity: 'serviceAccount',
        connection: 'inCluster',
      },
      {
        id: 'us',
        title: 'United States',
        owner: 'group:default/platform',
        identity: 'impersonation',
        connection: 'url',
      },
    ]);
  });

  const url = 'https://k8s.example.org';
  it.each<[string, object, string]>([
    [
      'an id that is no DNS label',
      { EU: { url } },
      'kratix.platforms.EU: the id must be a DNS label',
    ],
    [
      'an id that is too long',
      { ['a'.repeat(25)]: { url } },
      'at most 24 characters',
    ],
    [
      'the id of a page',
      { marketplace: { url } },
      'kratix.platforms.marketplace: the id',
    ],
    [
      'no connection',
      { eu: { title: 'EU' } },
      'kratix.platforms.eu: needs exactly one connection of kubeconfig, inCluster, cluster, url, sandbox; none is given',
    ],
    [
      'two connections',
      { eu: { url, inCluster: {} } },
      'kratix.platforms.eu: needs exactly one connection of kubeconfig, inCluster, cluster, url, sandbox; inCluster and url',
    ],
    [
      'an identity that there is not',
      { eu: { url, identity: 'root' } },
      "kratix.platforms.eu.identity: use serviceAccount, impersonation, oidc, not 'root'",
    ],
    [
      'an owner that is no entity ref',
      { eu: { url, owner: 'platform' } },
      'kratix.platforms.eu.owner:',
    ],
    [
      'a key that nobody reads',
      { eu: { url, skipTlsVerify: true } },
      'kratix.platforms.eu.skipTlsVerify: not known',
    ],
    [
      'a token without url',
      { eu: { inCluster: {}, token: 'x' } },
      "kratix.platforms.eu.token: only together with 'url'",
    ],
    [
      'a title that is no text',
      { eu: { url, title: ['EU'] } },
      'kratix.platforms.eu.title',
    ],
  ])('refuses %s', (_what, platforms, message) => {
    expect(() => platformsOf(platforms)).toThrow(message);
  });
});

describe('readSettings', () => {
  it('has defaults', () => {
    expect(readSettings(new ConfigReader({}))).toEqual({
      annotationPrefix: 'kratix-portal.io/',
      contact: undefined,
      namespaces: { from: 'name' },
    });
  });

  it('reads what is given', () => {
    expect(
      settingsOf({
        annotationPrefix: 'example.org/',
        contact: '#platform',
        namespaces: { from: 'fixed', namespace: 'apps' },
      }),
    ).toEqual({
      annotationPrefix: 'example.org/',
      contact: '#platform',
      namespaces: { from: 'fixed', namespace: 'apps' },
    });
  });

  it.each<[string, object, string]>([
    [
      'a prefix without slash',
      { annotationPrefix: 'px' },
      'kratix.annotationPrefix:',
    ],
    [
      'another way',
      { namespaces: { from: 'guess' } },
      'kratix.namespaces.from: use name, annotation, fixed',
    ],
    [
      'fixed without a namespace',
      { namespaces: { from: 'fixed' } },
      'kratix.namespaces.namespace: name the namespace',
    ],
    [
      'a namespace for nothing',
      { namespaces: { namespace: 'apps' } },
      "kratix.namespaces.namespace: only together with 'kratix.namespaces.from: fixed'",
    ],
  ])('refuses %s', (_what, kratix, message) => {
    expect(() => settingsOf(kratix)).toThrow(message);
  });
});

describe('config.d.ts', () => {
  it('names the keys that are read, no more and no fewer', async () => {
    const read = new Set<string>();
    const platform = (more: JsonObject) =>
      recordingConfig({ kratix: { platforms: { id: more } } }, read);
    const connect = async (more: JsonObject) => {
      const config = platform(more);
      const builtIn = builtInConnections.map(kind => kind.key);
      for (const { connection, config: own } of readPlatforms(
        config,
        builtIn,
      )) {
        const kind = builtInConnections.find(one => one.key === connection);
        await kind
          ?.connect({ platform: 'id', config: own, rootConfig: config })
          // That the file or the cluster is not there is not the matter here.
          .catch(() => {});
      }
    };
    await connect({ kubeconfig: { path: 'none', context: 'x' } });
    await connect({ inCluster: {} });
    await connect({ cluster: 'x' });
    await connect({ url: 'https://k8s.example.org', caData: 'x' });
    readSettings(
      recordingConfig(
        { kratix: { namespaces: { from: 'fixed', namespace: 'a' } } },
        read,
      ),
    );
    const own = [...read]
      .filter(key => key.startsWith('kratix'))
      .map(key => key.replace('platforms.id', 'platforms.*'));
    const path = join(__dirname, '../../config.d.ts');
    expect(innermostKeys(own)).toEqual(declaredKeys(path));
  });

  it('calls a secret secret', () => {
    const text = readFileSync(join(__dirname, '../../config.d.ts'), 'utf8');
    expect(text).toMatch(/@visibility secret\s+\*\/\s+token\?/);
  });
});
