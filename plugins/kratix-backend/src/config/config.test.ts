import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  declaredKeys,
  innermostKeys,
  recordingConfig,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { marketplaceSourceTypes } from '../marketplace/sources/marketplaceSourceTypes';
import { readMarketplaceConfig } from './readMarketplaceConfig';
import { readRequestKind } from './readRequestKind';

const url = 'https://example.com/promises/';
const sources: JsonObject = {
  tree: { tree: { url } },
  index: { index: { url } },
  folder: { folder: { path: 'promises' } },
};

/** Reads all that the backend reads, and tells the innermost keys. */
function keysRead(): string[] {
  const read = new Set<string>();
  const data = {
    kratix: {
      marketplace: {
        sources,
        schedule: { frequency: 'PT1H', timeout: 'PT1M' },
      },
    },
  };
  const config = recordingConfig(data, read);
  const types = marketplaceSourceTypes(mockServices.rootConfig());
  const keys = types.map(({ key }) => key);
  for (const one of readMarketplaceConfig(config, keys).sources) {
    types
      .find(({ key }) => key === one.type)
      ?.create({
        id: one.id,
        config: one.config,
        urlReader: mockServices.urlReader.mock(),
        logger: mockServices.logger.mock(),
      });
  }
  readRequestKind(config);
  const all = [...read].map(key =>
    key
      .replace(/(\.sources\.)\w+/, '$1*')
      // What is in it is the scheduler's.
      .replace(/(\.schedule)\..*/, '$1'),
  );
  return innermostKeys(all);
}

it('declares the keys that are read, no more and no fewer', () => {
  const path = join(__dirname, '../../config.d.ts');
  expect(declaredKeys(path)).toEqual(keysRead());
});
