import { describePromise } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  anHourLater,
  aPromise,
  promiseSituation,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { screen } from '@testing-library/react';
import { renderKratix } from '../__testUtils__/renderKratix';
import { aFakeKratix } from '../__testUtils__/world';
import { PromiseHeadline } from './PromiseHeadline';

it('an unavailable Promise speaks of itself, not of somebody’s request', async () => {
  const status = 'Unavailable';
  const lastAvailableTime = '2026-03-01T12:00:09Z';
  const promise = aPromise({
    status: { kratix: { status, lastAvailableTime } },
  });
  const description = describePromise(promiseSituation({ promise }), {
    now: anHourLater,
  });
  renderKratix(
    <PromiseHeadline promise={{ name: 'redis', description }} />,
    aFakeKratix(),
  );
  expect(await screen.findByText('redis can’t be used now')).toBeVisible();
  expect(screen.getByText(/none of the usual reasons applies/)).toBeVisible();
  expect(screen.getByText(/^Platform team: check/)).toBeVisible();
  expect(screen.queryByText(/Waiting for|Your request/)).toBeNull();
});
