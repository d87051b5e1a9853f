import { join } from 'node:path';
import { requestDescriptionSchema } from '../api';
import { kratixLabels, requestFinalizers } from '../kratixNames';
import {
  anHourLater as now,
  aReadyRequest,
  aStep,
  goingAway,
  requestSituation,
  runGoldens,
  switched,
} from '../testing';
import { describeRequest } from './describeRequest';
import type { RequestFacts } from './facts';

const suspended = switched(kratixLabels.workflowSuspended);
const steps = [aStep('sign-off', 'Suspended', { message: 'over budget' })];
const waiting = { request: aReadyRequest({ ...suspended, steps }) };
const sentBack = { reason: 'A small one will do', at: '2026-03-01T12:30:00Z' };

const described = (more: RequestFacts) => {
  const description = describeRequest(requestSituation(more), { now });
  expect(requestDescriptionSchema.parse(description)).toEqual(description);
  return description;
};

runGoldens<RequestFacts>(join(__dirname, '__goldens__', 'sentBack'), facts => {
  const { label, tone, flags, causes } = describeRequest(facts, { now });
  return { label, tone, flags, causes };
});

it('says that it came back, and with what words, before what it waits for', () => {
  expect(
    described({ ...waiting, sentBack: { ...sentBack, by: 'Ann' } }),
  ).toMatchObject({
    label: 'waiting-for-approval',
    tone: 'action',
    flags: ['sent-back'],
    since: sentBack.at,
    causes: [
      {
        id: 'sent-back',
        params: { reason: sentBack.reason, by: 'Ann' },
        responsible: 'you',
      },
      { id: 'approval', params: { message: 'over budget' } },
    ],
  });
});

it('stands where no step says since when it waits', () => {
  const request = aReadyRequest(suspended);
  expect(described({ request, sentBack }).causes).toMatchObject([
    { id: 'sent-back' },
    { id: 'suspended-by-hand' },
  ]);
});

it('masks what looks like a credential in the words', () => {
  const reason = 'see https://ann:s3cret@wiki.example.org';
  const [cause] = described({
    ...waiting,
    sentBack: { ...sentBack, reason },
  }).causes;
  expect(cause.params.reason).not.toContain('s3cret');
});

it.each<[string, RequestFacts]>([
  [
    'was suspended again since',
    { ...waiting, sentBack: { ...sentBack, at: '2026-03-01T11:00:00Z' } },
  ],
  ['goes on', { sentBack }],
  [
    'is being deleted',
    {
      request: aReadyRequest({
        ...suspended,
        ...goingAway(requestFinalizers),
        steps,
      }),
      sentBack,
    },
  ],
  [
    'has an answer without a time',
    { ...waiting, sentBack: { ...sentBack, at: 'soon' } },
  ],
])('says nothing of it where the request %s', (_what, facts) => {
  const { causes, flags } = described(facts);
  expect(flags).not.toContain('sent-back');
  expect(causes.map(({ id }) => id)).not.toContain('sent-back');
});
