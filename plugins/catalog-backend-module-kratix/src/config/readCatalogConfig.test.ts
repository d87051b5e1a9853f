import { mockServices } from '@backstage/backend-test-utils';
import { readCatalogConfig } from './readCatalogConfig';

const read = (data: Record<string, string | object>) =>
  readCatalogConfig(
    mockServices.rootConfig({ data: JSON.parse(JSON.stringify(data)) }),
  );

it('works without any config', () => {
  expect(read({})).toEqual({
    requestKind: 'Resource',
    schedule: { frequency: { minutes: 30 }, timeout: { minutes: 5 } },
    appBaseUrl: undefined,
  });
});

it('reads all there is', () => {
  expect(
    read({
      app: { baseUrl: 'https://portal.example.com/' },
      catalog: {
        providers: {
          kratix: {
            requestKind: 'Component',
            schedule: { frequency: 'PT1M', timeout: 'PT2M' },
          },
        },
      },
    }),
  ).toMatchObject({
    requestKind: 'Component',
    appBaseUrl: 'https://portal.example.com',
    schedule: { frequency: { minutes: 1 }, timeout: { minutes: 2 } },
  });
});

it('names the key of a kind that it can’t make', () => {
  expect(() =>
    read({ catalog: { providers: { kratix: { requestKind: 'Pod' } } } }),
  ).toThrow(
    "catalog.providers.kratix.requestKind: use Resource or Component, not 'Pod'",
  );
});
