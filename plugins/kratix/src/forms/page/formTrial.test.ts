import {
  aPromiseDetail,
  aRefusal,
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { tryExamples } from './formTrial';

const promise = aPromiseDetail({
  schema: {
    properties: {
      spec: { type: 'object', properties: { size: { type: 'integer' } } },
    },
  },
  examples: {
    minimal: 'metadata: { name: x }\nspec: {}\n',
    full: 'metadata: { name: x }\nspec:\n  size: 9007199254740993\n',
  },
});

it('rehearses both, with all digits, and keeps nothing', async () => {
  const kratix = new FakeKratix();
  const send = jest
    .spyOn(kratix, 'createRequest')
    .mockResolvedValue(aRequestDetail());
  let time = 0;
  const clock = () => {
    time += 4;
    return time;
  };
  expect(await tryExamples(kratix, promise, clock)).toEqual({
    minimal: { verdict: 'accepted' },
    full: { verdict: 'accepted' },
    formMs: 4,
  });
  expect(send.mock.calls.map(([, body, options]) => [body, options])).toEqual([
    [expect.objectContaining({ object: { spec: {} } }), { dryRun: true }],
    [
      expect.objectContaining({
        namespace: 'payments',
        object: { spec: { size: 9007199254740993n } },
      }),
      { dryRun: true },
    ],
  ]);
});

it.each([
  [400, 'refused'],
  [503, 'unknown'],
])('an answer %p is told as %s', async (status, verdict) => {
  const kratix = new FakeKratix();
  kratix.failing('createRequest', aRefusal(status, 'Because'));
  const trials = await tryExamples(kratix, promise);
  expect(trials?.full).toMatchObject({ verdict });
});

it('knows nothing where nobody lets the person request', async () => {
  const kratix = new FakeKratix({ places: [] });
  const trials = await tryExamples(kratix, promise);
  expect(trials?.minimal).toEqual({ verdict: 'unknown' });
});

it('has nothing to try of a Promise without an API', async () => {
  const software = aPromiseDetail({ api: undefined });
  expect(await tryExamples(new FakeKratix(), software)).toBeUndefined();
});
