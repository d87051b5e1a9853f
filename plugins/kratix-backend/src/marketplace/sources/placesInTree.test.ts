import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { placesInTree } from './placesInTree';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const commit = 'a'.repeat(40);
const places = (url: string, isPublic = true) =>
  placesInTree({ url, commit, isPublic, integrations })('sql/my file.yaml');

it.each([
  [
    'a repository',
    'https://github.com/acme/promises',
    `https://github.com/acme/promises/blob/${commit}/sql/my%20file.yaml`,
    `https://raw.githubusercontent.com/acme/promises/${commit}/sql/my%20file.yaml`,
  ],
  [
    'a folder',
    'https://github.com/acme/promises/tree/main/stable/',
    `https://github.com/acme/promises/blob/${commit}/stable/sql/my%20file.yaml`,
    `https://raw.githubusercontent.com/acme/promises/${commit}/stable/sql/my%20file.yaml`,
  ],
  [
    'a group within a group',
    'https://gitlab.com/acme/team/promises/-/tree/main/stable',
    `https://gitlab.com/acme/team/promises/-/blob/${commit}/stable/sql/my%20file.yaml`,
    `https://gitlab.com/acme/team/promises/-/raw/${commit}/stable/sql/my%20file.yaml`,
  ],
])('a file of %s', (_what, url, webUrl, publicUrl) => {
  expect(places(url)).toEqual({ webUrl, publicUrl });
});

it('says of no file that anybody gets it, unless config does', () => {
  const url = 'https://github.com/acme/promises';
  expect(places(url, false).publicUrl).toBeUndefined();
});

it.each([
  ['a host without integration', 'https://bucket.example.com/promises'],
  ['an address that is no tree', 'https://github.com/acme'],
])('knows nothing of %s', (_what, url) => {
  expect(places(url)).toEqual({});
});
