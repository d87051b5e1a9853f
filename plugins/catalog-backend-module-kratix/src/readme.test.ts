import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resourceEntityFromDestination } from './placements/resourceEntityFromDestination';
import { resourceEntityFromPlatform } from './platforms/resourceEntityFromPlatform';
import { entitiesFromPromise } from './promises/entitiesFromPromise';
import { entityFromRequest } from './requests/entityFromRequest';
import {
  aDestination,
  aPromise,
  aRequest,
  entityOptions,
} from './__testUtils__/samples';

const read = (file: string) =>
  readFileSync(resolve(__dirname, '..', file), 'utf8');
const readme = read('README.md');

const options = { ...entityOptions, annotationPrefix: 'kratix-portal.io/' };
const kind = {
  crd: 'rediss.example.org',
  group: 'example.org',
  version: 'v1',
  kind: 'redis',
  plural: 'rediss',
  promise: 'redis',
  namespaced: true,
};

it('names each annotation that entities carry, and no other', () => {
  const written = new Set(
    [
      resourceEntityFromPlatform(options),
      resourceEntityFromDestination(aDestination('worker'), options),
      ...entitiesFromPromise(aPromise('redis'), options),
      entityFromRequest(aRequest('redis', 'cache'), kind, options),
    ]
      .flatMap(({ metadata }) => Object.keys(metadata.annotations ?? {}))
      .filter(key => !/managed-by|view-url/.test(key)),
  );
  const section = readme.split('Written on entities')[1].split('Read from')[0];
  const named = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, key]) => key);
  expect(named.sort()).toEqual([...written].sort());
});

it('names each key of config.d.ts', () => {
  const declared = [...read('config.d.ts').matchAll(/^ {8}(\w+)\?: /gm)].map(
    ([, key]) => `catalog.providers.kratix.${key}`,
  );
  const section = readme.split('## Config')[1].split('## Annotations')[0];
  const named = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, key]) => key);
  expect(named.sort()).toEqual(declared.sort());
});
