import {
  streamEventSchema,
  type StreamEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { crdOf, startPlatformPortal } from './__testUtils__/platformPortal';

const startPortal = () =>
  startPlatformPortal({ sandbox: { scenario: 'busy', speed: 20 } });

/** Everything the stream tells, one after the other. */
async function* told(response: Response): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines.filter(one => one.startsWith('data: '))) {
      yield streamEventSchema.parse(JSON.parse(line.slice(6)));
    }
  }
}

it('requests a database from the sandbox, watches it to ready and deletes it', async () => {
  const { client, call } = await startPortal();
  const hangUp = new AbortController();
  const stream = await call(
    await client.streamUrl({ topic: ['requests', 'promises'] }),
    { signal: hangUp.signal },
  );
  const events = told(stream);
  const until = async (matches: (event: StreamEvent) => boolean) => {
    for (;;) {
      const { value, done } = await events.next();
      if (done) throw new Error('The stream ended');
      if (matches(value)) return;
    }
  };
  const crd = await crdOf(client, 'postgresql');

  const created = await client.createRequest(
    { platform: 'eu', crd },
    {
      name: 'fresh',
      namespace: 'payments',
      object: { spec: { size: 'small' } },
      service: 'component:default/shop',
    },
  );
  expect(created).toMatchObject({
    owner: 'group:default/payments',
    requester: 'user:default/mock',
    service: 'component:default/shop',
  });
  const shows = (label: string) => (event: StreamEvent) =>
    event.type === 'request' &&
    event.ref.name === 'fresh' &&
    event.view?.description.label === label;
  await until(shows('ready'));

  const ready = await client.getRequest(created);
  expect(ready.description.label).toBe('ready');
  expect(ready.outputs.length).toBeGreaterThan(0);
  const { runs, placements } = await client.getRequestRelated(created);
  expect(runs[0].steps.every(({ phase }) => phase === 'succeeded')).toBe(true);
  expect(placements.length).toBeGreaterThan(0);

  await client.deleteRequest(created);
  await until(
    event =>
      event.type === 'request' &&
      event.change === 'removed' &&
      event.ref.name === 'fresh',
  );
  await expect(client.getRequest(created)).rejects.toMatchObject({
    statusCode: 404,
  });
  hangUp.abort();
}, 60_000);

it('hands on what the API server says of a field', async () => {
  const { client } = await startPortal();
  const crd = await crdOf(client, 'postgresql');
  const refusal = await client
    .createRequest(
      { platform: 'eu', crd },
      {
        name: 'wrong',
        namespace: 'payments',
        object: { spec: { size: 'enormous' } },
      },
      { dryRun: true },
    )
    .catch(error => error);
  expect(refusal).toMatchObject({
    statusCode: 400,
    body: { error: { causes: [{ field: 'spec.size' }] } },
  });
}, 60_000);
