import {
  aRequestDetail,
  type FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useNavigate } from 'react-router-dom';
import { axeFindings } from '../__testUtils__/axe';
import { renderKratix } from '../__testUtils__/renderKratix';
import { aFakeKratix } from '../__testUtils__/world';
import { KratixPage } from '../shell/KratixPage';

const ref = {
  platform: 'eu-dev',
  crd: 'postgresqls.data.example.com',
  namespace: 'payments',
  name: 'fresh-db',
};
const path = '/kratix/requests/eu-dev/postgresqls.data.example.com/payments';

/** As a form leaves for the page of what it has submitted. */
function Submit() {
  const navigate = useNavigate();
  const submittedAt = new Date().toISOString();
  return (
    <button
      onClick={() =>
        navigate(`${path}/${ref.name}`, { state: { submittedAt } })
      }
    >
      Submit
    </button>
  );
}

function show(kratix: FakeKratix) {
  renderKratix(
    <>
      <Submit />
      <KratixPage />
    </>,
    kratix,
    { at: '/kratix', mountPath: '/kratix' },
  );
  return userEvent.setup({ delay: null });
}

const waiting = () =>
  screen.findByRole('heading', { level: 2, name: 'Waiting for the platform' });
const gone = /^Not found on/;

afterEach(() => jest.useRealTimers());

describe('a request that was submitted a moment ago', () => {
  it('is waited for, and shown as soon as it is there', async () => {
    const kratix = aFakeKratix();
    const user = show(kratix);
    await user.click(screen.getByRole('button', { name: 'Submit' }));
    expect(await waiting()).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'fresh-db',
    );
    expect(
      await axeFindings(screen.getByRole('main', { hidden: true })),
    ).toEqual([]);

    const view = aRequestDetail(ref);
    kratix.world.requests = [view];
    act(() =>
      kratix.live.emit({ type: 'request', change: 'added', ref, view }),
    );
    expect(
      await screen.findByRole('heading', { level: 2, name: 'Ready' }),
    ).toBeVisible();
    expect(screen.queryByText('Waiting for the platform')).toBeNull();
  });

  it('is said to be missing after half a minute', async () => {
    jest.useFakeTimers();
    const user = show(aFakeKratix());
    await user.click(screen.getByRole('button', { name: 'Submit' }));
    await waiting();
    act(() => jest.advanceTimersByTime(29_000));
    expect(await waiting()).toBeVisible();
    act(() => jest.advanceTimersByTime(2_000));
    expect(await screen.findByText(gone)).toBeVisible();
  });
});

it('a request that nobody submitted just now is missing at once', async () => {
  renderKratix(<KratixPage />, aFakeKratix(), {
    at: `${path}/${ref.name}`,
    mountPath: '/kratix',
  });
  expect(await screen.findByText(gone)).toBeVisible();
  // Nobody knows that it ever was there.
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    /^fresh-db$/,
  );
});
