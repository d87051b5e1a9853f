import { KratixClient } from './client';

function setup(response: Response) {
  const fetchMock = jest.fn<Promise<Response>, Parameters<typeof fetch>>(
    async () => response,
  );
  const client = new KratixClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetchMock },
  });
  return { client, fetchMock };
}

const json = (status: number, body: unknown) =>
  ({
    ok: status < 400,
    status,
    statusText: 'text',
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => JSON.stringify(body),
  } as Response);

const ref = {
  platform: 'eu',
  crd: 'redis.example.io',
  namespace: 'a',
  name: 'b',
};

it('puts each value of a query where the route expects it', async () => {
  const { client, fetchMock } = setup(json(200, { items: [] }));
  await client.listRequests({ q: 'a b', status: ['failed', 'ready'], page: 2 });
  expect(fetchMock.mock.calls[0][0]).toBe(
    'http://portal/api/kratix/requests?q=a+b&status=failed&status=ready&page=2',
  );
});

it('asks for what has no value by an empty text in a list', async () => {
  const { client, fetchMock } = setup(json(200, {}));
  await client.listRequests({ q: '', service: [''] });
  expect(fetchMock.mock.calls[0][0]).toBe(
    'http://portal/api/kratix/requests?service=',
  );
});

it('keeps a hostile name in its place', async () => {
  const { client, fetchMock } = setup(json(200, {}));
  await client.getRequest({ ...ref, name: '../../x?y' });
  expect(fetchMock.mock.calls[0][0]).toBe(
    'http://portal/api/kratix/requests/eu/redis.example.io/a/..%2F..%2Fx%3Fy',
  );
});

it('has a platform checked by its id alone', async () => {
  const { client, fetchMock } = setup(json(200, { outcome: 'checked' }));
  expect(await client.checkPlatform('eu')).toEqual({ outcome: 'checked' });
  const [url, init] = fetchMock.mock.calls[0];
  expect(url).toBe('http://portal/api/kratix/platforms/eu/check');
  expect(init).toMatchObject({ method: 'POST' });
  expect(init?.body).toBeUndefined();
});

it('sends a dry run with its body and token', async () => {
  const { client, fetchMock } = setup(json(201, {}));
  await client.createRequest(
    { platform: 'eu', crd: ref.crd },
    { name: 'b', namespace: 'a', object: { spec: { size: 1 } } },
    { dryRun: true, token: 'abc' },
  );
  const [url, init] = fetchMock.mock.calls[0];
  expect(url).toBe(
    'http://portal/api/kratix/requests/eu/redis.example.io?dryRun=true',
  );
  expect(init).toMatchObject({
    method: 'POST',
    headers: {
      authorization: 'Bearer abc',
      'content-type': 'application/json',
    },
    body: '{"name":"b","namespace":"a","object":{"spec":{"size":1}}}',
  });
});

it.each([
  [{ confirm: 'delete 3 requests' }, 'confirm=delete+3+requests'],
  [
    { confirm: 'a&dryRun=x', dryRun: true },
    'dryRun=true&confirm=a%26dryRun%3Dx',
  ],
])('sends what an uninstall confirms: %j', async (options, query) => {
  const { client, fetchMock } = setup(json(204, undefined));
  await client.uninstallPromise({ platform: 'eu', name: 'redis' }, options);
  const [url, init] = fetchMock.mock.calls[0];
  expect(url).toBe(`http://portal/api/kratix/promises/eu/redis?${query}`);
  expect(init?.method).toBe('DELETE');
});

it('turns a refusal into an error that keeps name and sentence', async () => {
  const { client } = setup(
    json(403, {
      error: {
        name: 'NotAllowedError',
        message: 'Not yours',
        refused: { platform: 'eu' },
      },
      response: { statusCode: 403 },
    }),
  );
  await expect(client.deleteRequest(ref)).rejects.toMatchObject({
    cause: {
      name: 'NotAllowedError',
      message: 'Not yours',
      refused: { platform: 'eu' },
    },
    response: { status: 403 },
  });
});

it('reads and sends numbers with all their digits', async () => {
  const { client, fetchMock } = setup({
    ...json(200, {}),
    text: async () =>
      '{"object":{"spec":{"a":9007199254740993}},"generation":1}',
  });
  const { object } = await client.getRequestObject(ref);
  expect(object).toEqual({ spec: { a: 9007199254740993n } });
  await client.updateRequest(ref, {
    generation: 1,
    patch: [{ op: 'add', path: '/spec/b', value: -9007199254740993n }],
  });
  expect(fetchMock.mock.calls[1][1]?.body).toBe(
    '{"generation":1,"patch":[{"op":"add","path":"/spec/b","value":-9007199254740993}]}',
  );
});
