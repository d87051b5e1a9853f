import {
  aCondition,
  anHourLater,
  anUnavailablePromise,
  aPromise,
  aReadyRequest,
  builtMs,
  newRequest,
  requestSituation,
  switched,
} from '../testing';
import { requestDescriptionSchema } from '../api';
import { kratixLabels } from '../kratixNames';
import { describeRequest } from './describeRequest';
import type { RequestFacts } from './facts';

const start = builtMs;
const now = anHourLater;

const described = (more: RequestFacts, at = now) =>
  describeRequest(requestSituation(more), { now: at });

it.each<[string, string, string, string, RequestFacts, number?]>([
  [
    'new, and the Promise is unavailable',
    'blocked',
    'warn',
    'promise-unavailable',
    { ...newRequest(), promise: anUnavailablePromise() },
  ],
  [
    'new, and the Promise is paused',
    'blocked',
    'warn',
    'promise-paused',
    { ...newRequest(), promise: aPromise(switched(kratixLabels.paused)) },
  ],
  [
    'new, the Promise unknown, and the request says it is unavailable',
    'blocked',
    'warn',
    'promise-unavailable',
    {
      ...newRequest({
        conditions: [
          aCondition(
            'PromiseAvailable',
            'False',
            'PromiseRequirementsNotInstalled',
          ),
        ],
      }),
      promise: undefined,
      revisions: undefined,
    },
  ],
  [
    'processed before the Promise became unavailable',
    'ready',
    'ok',
    'health-none',
    { promise: anUnavailablePromise() },
  ],
  [
    'new, and still not looked at after 11 s',
    'waiting-for-platform',
    'progress',
    'waiting-platform',
    newRequest(),
    start + 11_000,
  ],
  ['new', 'in-progress', 'progress', 'submitted', newRequest(), start + 2000],
  [
    'new, and Kratix has not labelled it',
    'in-progress',
    'progress',
    'submitted',
    { ...newRequest({ labels: {} }) },
    start + 2000,
  ],
  [
    'changed a second ago',
    'in-progress',
    'progress',
    'submitted',
    {
      request: aReadyRequest({
        generation: 2,
        status: { observedGeneration: 1 },
      }),
      generationSeenAt: now - 1000,
    },
  ],
  [
    'changed, and not looked at for 11 s',
    'waiting-for-platform',
    'progress',
    'waiting-platform',
    {
      request: aReadyRequest({
        generation: 2,
        status: { observedGeneration: 1 },
      }),
      generationSeenAt: now - 11_000,
    },
  ],
])('%s: %s', (_situation, label, tone, cause, more, at = now) => {
  const description = described(more, at);
  expect(description).toMatchObject({
    label,
    tone,
    causes: [{ id: cause }, ...description.causes.slice(1)],
  });
  expect(requestDescriptionSchema.parse(description)).toEqual(description);
});
